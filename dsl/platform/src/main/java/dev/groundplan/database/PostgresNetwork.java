package dev.groundplan.database;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.aws.AwsDbSubnetGroup;
import dev.groundplan.terraform.aws.AwsSecurityGroup;
import dev.groundplan.terraform.aws.AwsVpcSecurityGroupIngressRule;
import java.util.ArrayList;
import java.util.List;

/** Where a database stands and who reaches it: clusters by their security group, nobody by address, and no way out. */
final class PostgresNetwork {

    private final Postgres postgres;
    private final Site site;

    PostgresNetwork(Postgres postgres, Site site) {
        this.postgres = postgres;
        this.site = site;
    }

    static AwsDbSubnetGroup subnetGroup(Postgres postgres) {
        return AwsDbSubnetGroup.of(
                postgres.id().name().identifier(), postgres.subnets().ids());
    }

    static AwsSecurityGroup group(Postgres postgres) {
        return AwsSecurityGroup.of(postgres.terraformName());
    }

    AwsDbSubnetGroup subnetGroup() {
        return subnetGroup(postgres)
                .withName(site.unique(postgres.id().name()))
                .withDescription("Where the database " + postgres.name() + " stands");
    }

    List<Declaration> declarations() {
        var declarations = new ArrayList<Declaration>();
        declarations.add(group(postgres)
                .withNamePrefix(site.unique(postgres.id().name()) + "-")
                .withDescription("Who reaches the database " + postgres.name())
                .withVpcId(postgres.subnets().vpc().vpcId())
                .withLifecycle(Lifecycle.defaults().withCreateBeforeDestroy()));
        postgres.reaches().forEach(reach -> declarations.add(rule(reach)));
        return declarations;
    }

    private AwsVpcSecurityGroupIngressRule rule(Reach reach) {
        var cluster = reach.cluster().id().name();
        return AwsVpcSecurityGroupIngressRule.of(
                        postgres.terraformName() + "_from_" + cluster.identifier(),
                        text("tcp"),
                        postgres.securityGroupId())
                .withDescription("PostgreSQL from the pods of the cluster " + cluster)
                .withFromPort(postgres.port().number())
                .withToPort(postgres.port().number())
                .withReferencedSecurityGroupId(reach.cluster().securityGroupId());
    }
}
