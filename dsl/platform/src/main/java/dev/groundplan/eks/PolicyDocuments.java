package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import java.util.List;

/** IAM policies as data sources: a reviewer reads them as structure, not as one long string. */
final class PolicyDocuments {

    private PolicyDocuments() {}

    static DataAwsIamPolicyDocument document(String name, List<PolicyStatement> statements) {
        var document = DataAwsIamPolicyDocument.of(name);
        for (var statement : statements) {
            document = document.withStatement(statement(statement));
        }
        return document;
    }

    /** Trust in one service of AWS. */
    static DataAwsIamPolicyDocument serviceTrust(String name, String service, String... actions) {
        return DataAwsIamPolicyDocument.of(name)
                .withStatement(Statement.of()
                        .withActions(List.of(actions))
                        .withPrincipals(Statement.Principals.of(list(text(service)), text("Service"))));
    }

    /** Trust in one service account of a cluster: exactly this subject, and tokens made for AWS. */
    static DataAwsIamPolicyDocument serviceAccountTrust(
            String name, EksCluster cluster, String namespace, String serviceAccount) {
        var issuer = cluster.issuerHost();
        var subject = "system:serviceaccount:" + namespace + ":" + serviceAccount;
        return DataAwsIamPolicyDocument.of(name)
                .withStatement(Statement.of()
                        .withActions(List.of("sts:AssumeRoleWithWebIdentity"))
                        .withPrincipals(Statement.Principals.of(list(cluster.oidcProviderArn()), text("Federated")))
                        .withCondition(
                                equal(template(issuer, text(":sub")), subject),
                                equal(template(issuer, text(":aud")), "sts.amazonaws.com")));
    }

    /** Trust in the agent of EKS Pod Identity, for one service account of a cluster alone. */
    static DataAwsIamPolicyDocument podIdentityTrust(
            String name, Site site, Namespace namespace, String serviceAccount) {
        return DataAwsIamPolicyDocument.of(name)
                .withStatement(Statement.of()
                        .withActions(List.of("sts:AssumeRole", "sts:TagSession"))
                        .withPrincipals(Statement.Principals.of(list(text("pods.eks.amazonaws.com")), text("Service")))
                        .withCondition(
                                equal(text("aws:SourceAccount"), site.account().digits()),
                                equal(
                                        text("aws:RequestTag/eks-cluster-name"),
                                        namespace.cluster().name(site)),
                                equal(text("aws:RequestTag/kubernetes-namespace"), namespace.name()),
                                equal(text("aws:RequestTag/kubernetes-service-account"), serviceAccount)));
    }

    private static Statement.Condition equal(Expression<String> variable, String value) {
        return Statement.Condition.of(text("StringEquals"), list(text(value)), variable);
    }

    private static Statement statement(PolicyStatement policy) {
        var statement = Statement.of()
                .withSid(policy.sid())
                .withActions(policy.actions())
                .withResources(list(policy.resources()));
        for (var condition : policy.conditions()) {
            statement = statement.withCondition(Statement.Condition.of(
                    text(condition.test()),
                    list(condition.values().stream().map(value -> text(value)).toList()),
                    text(condition.variable())));
        }
        return statement;
    }
}
