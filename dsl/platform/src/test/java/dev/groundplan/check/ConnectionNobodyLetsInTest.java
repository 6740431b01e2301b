package dev.groundplan.check;

import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.database.Postgres;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.network.Vpc;
import dev.groundplan.terraform.Resource;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionNobodyLetsInTest {

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 4)));
    private static final Postgres DATABASE = postgres("orders", version("17.5"), NETWORK.privateSubnets());

    @Test
    void database_that_lets_nobody_in_is_told_where_its_login_is_read() {
        assertThat(found(DATABASE).replaceAll("java:\\d+", "java:@")).isEqualTo("""
                error[X32] The workload `checkout` connects to the postgres `orders` (TCP 5432), whose security group lets nobody in.
                    at: platform `shop` > workload `checkout`   (ConnectionNobodyLetsInTest.java:@)
                    in: staging
                  mend: let the cluster's pods in before anything refers to it: .reachableFrom(cluster)
                   see: docs/checks/X32.md
                """);
    }

    @Test
    void database_that_the_cluster_reaches_and_one_with_a_rule_of_ones_own_pass() {
        var rule = Resource.of("aws_vpc_security_group_ingress_rule", "mine")
                .with(
                        "security_group_id",
                        Resource.of("aws_security_group", "postgres_orders").attribute("id"))
                .with("ip_protocol", text("tcp"));

        assertThat(found(DATABASE.reachableFrom(CLUSTER))).isEmpty();
        assertThat(found(DATABASE, terraform("rules", rule))).isEmpty();
    }

    private static String found(Postgres database, Part... more) {
        var parameters = parameterStore("shop", "/shop");
        var login = database.loginIn(parameters);
        var namespace = CLUSTER.namespace("shop");
        var checkout = workload("checkout", image("ghcr.io/acme/checkout:1.4.2"), namespace)
                .withEnv("POSTGRESQL_PASSWORD", login.password());
        var parts = Stream.concat(
                Stream.of(NETWORK, CLUSTER, database, parameters, login, namespace, checkout), Stream.of(more));
        return Found.by("X32", parts.toArray(Part[]::new));
    }
}
