package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.eks.WorkloadIdentity.workloadIdentity;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.textMap;
import static dev.groundplan.terraform.Expressions.texts;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.database.Postgres;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.network.Vpc;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of Terraform elements, of whichever hand, with a platform that breaks it and one that only just passes. */
class AwsChecksTest {

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 10)));
    private static final Postgres DATABASE =
            postgres("orders", version("17.5"), NETWORK.privateSubnets()).reachableFrom(CLUSTER);

    @Test
    void parts_of_ours_break_none_of_them() {
        var identity = workloadIdentity("uploader", CLUSTER.namespace("test"));

        for (var check : List.of("T07", "T08", "T13", "T16", "T31", "X09")) {
            assertThat(Found.by(
                            check,
                            NETWORK,
                            CLUSTER.withStorageDriver(),
                            DATABASE,
                            identity,
                            ingress("public", "internet-facing")))
                    .as(check)
                    .isEmpty();
        }
    }

    @Test
    void database_open_to_addresses_is_refused() {
        var rule = Resource.of("aws_vpc_security_group_ingress_rule", "office")
                .with("security_group_id", DATABASE.securityGroupId())
                .with("ip_protocol", "tcp");
        var open = terraform("office", rule.with("cidr_ipv4", "10.0.0.0/16"));

        assertThat(Found.by("T07", NETWORK, CLUSTER, DATABASE, open)).isEqualTo("""
                error[T07] `aws_vpc_security_group_ingress_rule.office` lets addresses into a database, whatever has them.
                    at: platform `shop` > terraform `office`   (AwsChecksTest.java:%s)
                    in: staging
                  mend: name who may enter by its security group, as in database.reachableFrom(cluster) or referenced_security_group_id = cluster.securityGroupId()
                   see: docs/checks/T07.md
                """.formatted(line(open)));
        assertThat(Found.by(
                        "T07",
                        NETWORK,
                        CLUSTER,
                        DATABASE,
                        terraform("office", rule.with("referenced_security_group_id", "sg-1"))))
                .isEmpty();
    }

    @Test
    void rule_of_the_old_kind_is_read_in_the_direction_that_it_has() {
        var rule = Resource.of("aws_security_group_rule", "any")
                .with("security_group_id", DATABASE.securityGroupId())
                .with("cidr_blocks", texts(List.of("0.0.0.0/0")));

        assertThat(Found.by("T07", NETWORK, CLUSTER, DATABASE, terraform("any", rule.with("type", "ingress"))))
                .isNotEmpty();
        assertThat(Found.by("T07", NETWORK, CLUSTER, DATABASE, terraform("any", rule.with("type", "egress"))))
                .isEmpty();
    }

    @Test
    void database_in_public_subnets_is_refused() {
        var group = terraform(
                "group",
                Resource.of("aws_db_subnet_group", "orders")
                        .with("subnet_ids", NETWORK.publicSubnets().ids()));

        assertThat(Found.by("T08", NETWORK, group)).isEqualTo("""
                error[T08] `aws_db_subnet_group.orders` puts a database into `aws_subnet.shop_public_a`, which has a route to the Internet.
                    at: platform `shop` > terraform `group`   (AwsChecksTest.java:%s)
                    in: staging
                  mend: put it into private subnets, as in network.privateSubnets()
                   see: docs/checks/T08.md
                """.formatted(line(group)));
    }

    @Test
    void cluster_open_to_the_world_is_refused() {
        var open = terraform("own", cluster(Body.empty()));

        assertThat(Found.by("T13", open)).isEqualTo("""
                error[T13] The API server of `aws_eks_cluster.own` is open to the whole Internet.
                    at: platform `shop` > terraform `own`   (AwsChecksTest.java:%s)
                    in: staging
                  mend: say who may reach it, as in .withPublicEndpointFor(cidr("203.0.113.0/24")), or close it with endpoint_public_access = false
                   see: docs/checks/T13.md
                """.formatted(line(open)));
        assertThat(Found.by(
                        "T13",
                        terraform(
                                "own", cluster(Body.empty().with("public_access_cidrs", texts(List.of("0.0.0.0/0")))))))
                .isNotEmpty();
        assertThat(Found.by(
                        "T13",
                        terraform(
                                "own",
                                cluster(Body.empty().with("public_access_cidrs", texts(List.of("203.0.113.0/24")))))))
                .isEmpty();
        assertThat(Found.by("T13", terraform("own", cluster(Body.empty().with("endpoint_public_access", false)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"AmazonEKS_CNI_Policy, true", "AmazonEC2ContainerRegistryPullOnly, false", "AmazonS3FullAccess, false"})
    void policy_of_pods_on_nodes_is_refused(String policy, boolean refused) {
        var nodes = Resource.of("aws_iam_role", "nodes");
        var group = Resource.of("aws_eks_node_group", "own").with("node_role_arn", nodes.attribute("arn"));
        var pulling =
                attachment("pulling", Resource.of("aws_iam_role", "builder"), "AmazonEC2ContainerRegistryPullOnly");
        var part = terraform("own", nodes, group, pulling, attachment("own", nodes, policy));
        var expected = """
                error[T16] `aws_iam_role_policy_attachment.own` gives nodes `AmazonEKS_CNI_Policy`, which a role has that is not the nodes': so every pod has it.
                    at: platform `shop` > terraform `own`   (AwsChecksTest.java:%s)
                    in: staging
                  mend: take it from the nodes: what a role is for, the nodes need not do
                   see: docs/checks/T16.md
                """.formatted(line(part));

        assertThat(Found.by("T16", NETWORK, CLUSTER, part)).isEqualTo(refused ? expected : "");
    }

    @Test
    void trust_in_any_token_is_refused_for_each_claim() {
        var open = terraform("trust", trust(condition("StringLike", "i:sub", "system:serviceaccount:*:*")));

        assertThat(Found.by("T31", open)).isEqualTo("""
                error[T31] `data.aws_iam_policy_document.own` trusts tokens of a provider without naming their `sub` exactly: strangers have such tokens too.
                    at: platform `shop` > terraform `trust`   (AwsChecksTest.java:%1$s)
                    in: staging
                  mend: compare `<issuer>:sub` by StringEquals with a value without `*`; workloadIdentity(…) does
                   see: docs/checks/T31.md

                error[T31] `data.aws_iam_policy_document.own` trusts tokens of a provider without naming their `aud` exactly: strangers have such tokens too.
                    at: platform `shop` > terraform `trust`   (AwsChecksTest.java:%1$s)
                    in: staging
                  mend: compare `<issuer>:aud` by StringEquals with a value without `*`; workloadIdentity(…) does
                   see: docs/checks/T31.md
                """.formatted(line(open)));
    }

    @ParameterizedTest
    @CsvSource({"StringEquals, a:b, true", "StringEquals, a:*, false", "StringLike, a:b, false"})
    void trust_that_names_both_claims_is_accepted(String test, String subject, boolean accepted) {
        var part = terraform(
                "trust",
                trust(condition(test, "i:sub", subject), condition("StringEquals", "i:aud", "sts.amazonaws.com")));

        assertThat(Found.by("T31", part).isEmpty()).isEqualTo(accepted);
    }

    @Test
    void ingress_without_subnets_of_its_scheme_is_refused() {
        var subnets =
                terraform("subnets", subnet("a", "internal-elb"), subnet("b", "internal-elb"), subnet("c", "elb"));
        var ingress = ingress("public", "internet-facing");

        assertThat(Found.by("X09", subnets, ingress)).isEqualTo("""
                error[X09] The Ingress `test/web` wants a load balancer in subnets with the tag `kubernetes.io/role/elb`, and the platform has none in two zones.
                    at: platform `shop` > objects `public`   (AwsChecksTest.java:%s)
                    in: staging
                  mend: tag the subnets, as vpc(…) does, or choose another `alb.ingress.kubernetes.io/scheme`
                   see: docs/checks/X09.md
                """.formatted(line(ingress)));
        assertThat(Found.by("X09", subnets, ingress("private", "internal"))).isEmpty();
        assertThat(Found.by("X09", ingress("public", "internet-facing"))).isEmpty();
        assertThat(Found.by("X09", NETWORK, ingress("public", "internet-facing")))
                .isEmpty();
    }

    private static Resource cluster(Body network) {
        return Resource.of("aws_eks_cluster", "own").withBlock("vpc_config", network);
    }

    private static Resource attachment(String name, Resource role, String policy) {
        return Resource.of("aws_iam_role_policy_attachment", name)
                .with("role", role.attribute("name"))
                .with("policy_arn", "arn:aws:iam::aws:policy/" + policy);
    }

    private static Declaration trust(Body... conditions) {
        var statement = Body.empty().with("actions", texts(List.of("sts:AssumeRoleWithWebIdentity")));
        return DataSource.of("aws_iam_policy_document", "own")
                .withBlock("statement", statement.withBlocks("condition", List.of(conditions)));
    }

    private static Body condition(String test, String variable, String value) {
        return Body.empty().with("test", test).with("variable", variable).with("values", list(text(value)));
    }

    private static Resource subnet(String zone, String role) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("kubernetes.io/role/" + role, "1");
        return Resource.of("aws_subnet", zone)
                .with("availability_zone", "eu-west-2" + zone)
                .with("tags", textMap(tags));
    }

    private static Part ingress(String name, String scheme) {
        return objects(name, annotated("scheme", scheme));
    }

    private static Ingress annotated(String annotation, String value) {
        return new IngressBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName("web")
                .addToAnnotations("alb.ingress.kubernetes.io/" + annotation, value)
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("alb")
                .endSpec()
                .build();
    }

    private static String line(Part part) {
        return String.valueOf(part.line().line());
    }
}
