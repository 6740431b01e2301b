package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.AwsIamRolePolicyAttachment;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A role that a piece of the cluster takes on, with managed policies of AWS.
 *
 * @param address what it is called in Terraform
 * @param name what it is called in IAM
 * @param trust who may take it on
 * @param policies such as {@code AmazonEKSClusterPolicy}, with their path
 */
record ServiceRole(String address, String name, DataAwsIamPolicyDocument trust, List<String> policies) {

    AwsIamRole role() {
        return AwsIamRole.of(address, trust.json()).withName(name);
    }

    /** What grants the policies: whoever acts in the role depends on these. */
    Declaration[] attachments(Site site) {
        return policies.stream().map(policy -> attachment(site, policy)).toArray(Declaration[]::new);
    }

    List<Declaration> all(Site site) {
        return Stream.concat(Stream.of(trust, role()), Stream.of(attachments(site)))
                .toList();
    }

    private Declaration attachment(Site site, String policy) {
        return AwsIamRolePolicyAttachment.of(
                address + "_" + identifier(policy), text(site.awsPolicyArn(policy)), role().name());
    }

    /** {@code AmazonEKSWorkerNodePolicy} becomes {@code eks_worker_node}. */
    private static String identifier(String policy) {
        return policy.substring(policy.lastIndexOf('/') + 1)
                .replaceAll("^Amazon|_?Policy$", "")
                .replaceAll("([A-Z]+)([A-Z][a-z])|([a-z0-9])([A-Z])", "$1$3_$2$4")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .toLowerCase(Locale.ROOT);
    }
}
