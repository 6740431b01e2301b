package dev.groundplan.network;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.template;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.secrets.EncryptionKey;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsCloudwatchLogGroup;
import dev.groundplan.terraform.aws.AwsFlowLog;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.AwsIamRolePolicy;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import dev.groundplan.values.Days;
import java.util.ArrayList;
import java.util.List;

/** Who talked to whom in a network: the log, its key, and the role that writes it. */
record FlowLogs(Vpc vpc, Days retention) {

    private static final String SERVICE = "vpc-flow-logs.amazonaws.com";

    List<Declaration> all(Site site) {
        var key = new EncryptionKey(vpc.id());
        var trust = trust(site);
        var role = AwsIamRole.of(address(), trust.json())
                .withName(site.unique(vpc.id().name()) + "-vpc-flow-logs")
                .withDescription("Lets the network " + vpc.id().name() + " write its flow logs");
        var rights = rights();
        var policy = AwsIamRolePolicy.of(address(), rights.json(), role.id()).withName("rights");
        var all = new ArrayList<>(key.declarations(site, EncryptionKey.useByLogs(site, groupName(site))));
        all.addAll(List.of(trust, role, rights, policy, group(site, key)));
        all.add(AwsFlowLog.of(address())
                .withVpcId(new VpcElements(vpc).vpc().id())
                .withTrafficType("ALL")
                .withLogDestinationType("cloud-watch-logs")
                .withLogDestination(group().arn())
                .withIamRoleArn(role.arn())
                .withDependsOn(policy));
        return all;
    }

    private AwsCloudwatchLogGroup group(Site site, EncryptionKey key) {
        return group().withName(groupName(site))
                .withRetentionInDays(retention.count())
                .withKmsKeyId(key.arn());
    }

    private AwsCloudwatchLogGroup group() {
        return AwsCloudwatchLogGroup.of(address());
    }

    /** The service acts for this account's networks alone. */
    private DataAwsIamPolicyDocument trust(Site site) {
        var account = Statement.Condition.of(
                text("StringEquals"), list(text(site.account().digits())), text("aws:SourceAccount"));
        return DataAwsIamPolicyDocument.of(address() + "_trust")
                .withStatement(Statement.of()
                        .withActions(List.of("sts:AssumeRole"))
                        .withPrincipals(Statement.Principals.of(list(text(SERVICE)), text("Service")))
                        .withCondition(account));
    }

    private DataAwsIamPolicyDocument rights() {
        return DataAwsIamPolicyDocument.of(address() + "_rights")
                .withStatement(
                        Statement.of()
                                .withSid("Write")
                                .withActions(
                                        List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"))
                                .withResources(list(template(group().arn(), text(":*")))),
                        Statement.of()
                                .withSid("Find")
                                .withActions(List.of("logs:DescribeLogGroups"))
                                .withResources(List.of("*")));
    }

    private String groupName(Site site) {
        return "/aws/vpc/" + site.unique(vpc.id().name()) + "/flow-logs";
    }

    private String address() {
        return vpc.id().name().identifier() + "_flow_logs";
    }
}
