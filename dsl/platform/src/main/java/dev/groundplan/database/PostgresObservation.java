package dev.groundplan.database;

import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.secrets.EncryptionKey;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsCloudwatchLogGroup;
import dev.groundplan.terraform.aws.AwsDbInstance;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.AwsIamRolePolicyAttachment;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument.Statement;
import java.util.ArrayList;
import java.util.List;

/** How one looks into a database: its logs, its load, and the figures of its machine. */
final class PostgresObservation {

    private static final int INSIGHTS_DAYS = 7;

    private final Postgres postgres;
    private final PostgresSettings settings;
    private final Site site;
    private final String identifier;

    PostgresObservation(Postgres postgres, PostgresSettings settings, Site site) {
        this.postgres = postgres;
        this.settings = settings;
        this.site = site;
        this.identifier = site.unique(postgres.id().name());
    }

    AwsDbInstance observed(AwsDbInstance instance) {
        var observed = instance.withPerformanceInsightsEnabled(settings.performanceInsights());
        if (settings.performanceInsights()) {
            observed = observed.withPerformanceInsightsKmsKeyId(postgres.key().arn())
                    .withPerformanceInsightsRetentionPeriod(INSIGHTS_DAYS);
        }
        observed = observed.withMonitoringInterval(settings.enhancedMonitoring().seconds());
        if (settings.enhancedMonitoring().isOn()) {
            observed = observed.withMonitoringRoleArn(role().arn());
        }
        return observed.withEnabledCloudwatchLogsExports(
                settings.logExports().stream().map(LogExport::text).toList());
    }

    List<Declaration> declarations() {
        var declarations = new ArrayList<Declaration>();
        settings.logExports().forEach(log -> declarations.add(logGroup(log)));
        if (settings.enhancedMonitoring().isOn()) {
            declarations.addAll(List.of(trust(), role(), attachment()));
        }
        return declarations;
    }

    /** What RDS would make by itself, badly, or look for and not find, if the database came first. */
    List<Declaration> neededFirst() {
        var needed = new ArrayList<Declaration>();
        settings.logExports().forEach(log -> needed.add(logGroup(log)));
        if (settings.enhancedMonitoring().isOn()) {
            needed.add(attachment());
        }
        return needed;
    }

    Statement[] keyStatements() {
        return settings.logExports().isEmpty()
                ? new Statement[0]
                : new Statement[] {EncryptionKey.useByLogs(site, logsOf("*"))};
    }

    private AwsCloudwatchLogGroup logGroup(LogExport log) {
        return AwsCloudwatchLogGroup.of(postgres.terraformName() + "_" + log.text())
                .withName(logsOf(log.text()))
                .withRetentionInDays(settings.logsKeptFor().count())
                .withKmsKeyId(postgres.key().arn());
    }

    private String logsOf(String log) {
        return "/aws/rds/instance/" + identifier + "/" + log;
    }

    private AwsIamRole role() {
        return AwsIamRole.of(monitoringName(), trust().json())
                .withName(identifier + "-rds-monitoring")
                .withDescription("Lets RDS write the figures of the machine under the database " + postgres.name());
    }

    private AwsIamRolePolicyAttachment attachment() {
        var policy = site.awsPolicyArn("service-role/AmazonRDSEnhancedMonitoringRole");
        return AwsIamRolePolicyAttachment.of(monitoringName(), text(policy), role().name());
    }

    private DataAwsIamPolicyDocument trust() {
        return DataAwsIamPolicyDocument.of(monitoringName() + "_trust")
                .withStatement(Statement.of()
                        .withActions(List.of("sts:AssumeRole"))
                        .withPrincipals(service("monitoring.rds.amazonaws.com"))
                        .withCondition(
                                condition(
                                        "StringEquals",
                                        "aws:SourceAccount",
                                        site.account().digits()),
                                condition("ArnEquals", "aws:SourceArn", arn("rds", "db:" + identifier))));
    }

    private String monitoringName() {
        return postgres.terraformName() + "_monitoring";
    }

    private String arn(String service, String thing) {
        return "arn:%s:%s:%s:%s:%s".formatted(site.region().partition(), service, site.region(), site.account(), thing);
    }

    private static Statement.Principals service(String name) {
        return Statement.Principals.of(list(text(name)), text("Service"));
    }

    private static Statement.Condition condition(String test, String variable, String value) {
        return Statement.Condition.of(text(test), list(text(value)), text(variable));
    }
}
