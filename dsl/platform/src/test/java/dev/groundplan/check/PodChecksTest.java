package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.values.Values.between;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.PartId;
import dev.groundplan.facts.NodePool;
import dev.groundplan.terraform.Resource;
import dev.groundplan.values.Range;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pods against the nodes, quotas, budgets, autoscalers and standards that they live with. */
class PodChecksTest {

    private static final LabelSelector WEB =
            new LabelSelectorBuilder().addToMatchLabels("app", "web").build();

    @Test
    void more_pods_than_nodes_that_hold_one_each_are_refused() {
        var web = objects("web", apart(web(4, "100m", "64Mi")), autoscaler(3, 4));

        assertThat(Found.by("X07", nodes("m7g.large", between(3, 4)), web))
                .isEqualTo("""
                error[X07] The Deployment `test/web` has up to 4 pods (5 during a rollout), no two on one node, and there are at most 4 nodes that take them.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: let pods share a node where there is no other: make the anti-affinity preferred; or allow 5 nodes, as in nodeGroup(…, between(3, 5))
                   see: docs/checks/X07.md
                """.formatted(web.line().line()));
        assertThat(Found.by("X07", nodes("m7g.large", between(3, 5)), web)).isEmpty();
        assertThat(Found.by("X07", nodes("m7g.large", between(3, 4)), objects("web", web(4, "100m", "64Mi"))))
                .isEmpty();
    }

    @Test
    void pod_larger_than_any_node_is_refused() {
        var web = objects("web", web(1, "2", "1Gi"));

        assertThat(Found.by("X07", nodes("m7g.large", between(3, 4)), web))
                .isEqualTo("""
                error[X07] Each pod of the Deployment `test/web` is promised 2000m and 1024Mi, and no node that takes it has so much for pods: `m7g.large` has 1780m and 7108Mi.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: promise it less, as in withResources(millicores(500), mebibytes(512)), or take larger instances
                   see: docs/checks/X07.md
                """.formatted(web.line().line()));
        assertThat(Found.by("X07", nodes("m7g.large", between(3, 4)), objects("web", web(1, "1780m", "1Gi"))))
                .isEmpty();
        assertThat(Found.by("X07", nodes("x9z.large", between(3, 4)), web)).isEmpty();
    }

    @Test
    void more_pods_than_all_nodes_have_room_for_are_refused() {
        var web = objects("web", web(4, "1", "1Gi"));

        assertThat(Found.by("X07", nodes("m7g.large", between(3, 4)), web))
                .isEqualTo("""
                error[X07] The Deployment `test/web` has up to 4 pods (5 during a rollout) of 1000m and 1024Mi each, and the nodes that take them have room for 4 even when they are all there and nothing else runs.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: allow more nodes or larger ones, as in nodeGroup(…, between(3, 20)), or fewer pods
                   see: docs/checks/X07.md
                """.formatted(web.line().line()));
        assertThat(Found.by("X07", nodes("m7g.large", between(3, 5)), web)).isEmpty();
    }

    @Test
    void workloads_that_only_fit_without_each_other_are_refused() {
        var first = objects("first", named("first", web(4, "1", "1Gi")));
        var second = objects("second", named("second", web(4, "1", "1Gi")));

        assertThat(Found.by("X07", nodes("m7g.large", between(3, 5)), first, second))
                .isEqualTo("""
                error[X07] With the Deployment `test/second`, all pods together may be promised 10000m and 10240Mi, and all nodes together have at most 8900m and 35540Mi for them.
                    at: platform `shop` > objects `second`   (PodChecksTest.java:%s)
                    in: staging
                  mend: allow more nodes or larger ones, as in nodeGroup(…, between(3, 20)), or fewer pods
                   see: docs/checks/X07.md
                """.formatted(second.line().line()));
        assertThat(Found.by("X07", nodes("m7g.large", between(3, 10)), first, second))
                .isEmpty();
    }

    @Test
    void pods_that_choose_nodes_which_nobody_has_are_refused() {
        var web = objects("web", choosing(web(1, "100m", "64Mi"), "spot", "true"));

        assertThat(Found.by("X25", nodes("m7g.large", between(3, 4)), web))
                .isEqualTo("""
                error[X25] No node group takes the pods of the Deployment `test/web`: they choose nodes by `spot=true`, and tolerate only what they say.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: give a node group these labels, as in nodeGroup(…).withLabel("spot", "true"), or the pods its labels and a toleration of its taints
                   see: docs/checks/X25.md
                """.formatted(web.line().line()));
        assertThat(Found.by("X25", spot(List.of()), web)).isEmpty();
        assertThat(Found.by("X25", web)).isEmpty();
    }

    @Test
    void pods_that_tolerate_no_taint_of_the_only_nodes_are_refused() {
        var tainted = spot(List.of(new NodePool.Taint("spot", "true", "NoSchedule")));
        var tolerant = new DeploymentBuilder(web(1, "100m", "64Mi"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewToleration()
                .withKey("spot")
                .withOperator("Exists")
                .endToleration()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();

        assertThat(Found.by("X25", tainted, objects("web", web(1, "100m", "64Mi"))))
                .contains("No node group takes the pods of the Deployment `test/web`: they choose nodes by no label");
        assertThat(Found.by("X25", tainted, objects("web", tolerant))).isEmpty();
        assertThat(Found.by("X25", nodes("m7g.large", between(1, 2)), objects("web", onArm("arm64"))))
                .isEmpty();
        assertThat(Found.by("X25", nodes("m7g.large", between(1, 2)), objects("web", onArm("amd64"))))
                .isNotEmpty();
    }

    @Test
    void quota_below_what_the_pods_need_is_refused() {
        var web = objects("web", web(4, "500m", "256Mi"), autoscaler(3, 8));
        var small = objects("quota", quota("requests.cpu", "4"));

        assertThat(Found.by("K15", web, small))
                .isEqualTo("""
                error[K15] The ResourceQuota `test/namespace` allows 4000m of `requests.cpu`, and the pods of its namespace need up to 5000m, rollouts included.
                    at: platform `shop` > objects `quota`   (PodChecksTest.java:%s)
                    in: staging
                  mend: raise the quota to what the pods need at most, or lower their number or what they are promised
                   see: docs/checks/K15.md
                """.formatted(small.line().line()));
        assertThat(Found.by("K15", web, objects("quota", quota("requests.cpu", "5"))))
                .isEmpty();
        assertThat(Found.by("K15", web, objects("quota", quota("requests.memory", "2559Mi"))))
                .contains("allows 2559Mi of `requests.memory`", "up to 2560Mi");
        assertThat(Found.by("K15", web, objects("quota", quota("pods", "10")))).isEmpty();
        assertThat(Found.by("K15", web, objects("quota", quota("pods", "9")))).contains("up to 10");
    }

    @Test
    void autoscaler_of_nothing_is_refused() {
        var lonely = objects("lonely", autoscaler(3, 8));

        assertThat(Found.by("K21", lonely))
                .isEqualTo("""
                error[K21] The HorizontalPodAutoscaler `test/web` scales the Deployment `web`, and there is none.
                    at: platform `shop` > objects `lonely`   (PodChecksTest.java:%s)
                    in: staging
                  mend: name what it scales in `scaleTargetRef`, or leave it to the workload: .withAutoscaling(between(3, 10), percent(70))
                   see: docs/checks/K21.md
                """.formatted(lonely.line().line()));
        assertThat(Found.by("K21", lonely, objects("web", web(1, "100m", "64Mi"))))
                .isEmpty();
    }

    @Test
    void autoscaler_without_requests_is_refused() {
        var scaled = objects("scaled", autoscaler(3, 8));
        var web = new DeploymentBuilder(web(1, "100m", "64Mi"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withResources(null)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();

        assertThat(Found.by("K21", scaled, objects("web", web)))
                .isEqualTo("""
                error[K21] The HorizontalPodAutoscaler `test/web` scales the Deployment `test/web` by its share of promised `cpu`, and the container `web` is promised none: the share of nothing is unknown, and nothing would ever be scaled.
                    at: platform `shop` > objects `scaled`   (PodChecksTest.java:%s)
                    in: staging
                  mend: promise each container some, as in .withResources(millicores(100), mebibytes(128))
                   see: docs/checks/K21.md
                """.formatted(scaled.line().line()));
    }

    @Test
    void autoscaler_with_its_ends_the_wrong_way_round_is_refused() {
        var web = objects("web", web(1, "100m", "64Mi"));

        assertThat(Found.by("K21", web, objects("scaled", autoscaler(9, 8))))
                .contains("error[K21] The HorizontalPodAutoscaler `test/web` keeps at least 9 pods and at most 8.");
        assertThat(Found.by("K21", web, objects("scaled", autoscaler(8, 8)))).isEmpty();
    }

    @Test
    void fewer_pods_than_zones_are_refused_in_production() {
        var zones = terraform("network", subnet("a"), subnet("b"), subnet("c"));
        var web = objects("web", web(1, "100m", "64Mi"), autoscaler(2, 8));

        assertThat(Found.byInProduction("K21", zones, web))
                .isEqualTo("""
                error[K21] The HorizontalPodAutoscaler `test/web` keeps at least 2 pods, and the network has 3 zones: without one of them, what is left has to carry more than it is there for.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: production
                  mend: keep one pod for each zone at least, as in .withAutoscaling(between(3, 8), percent(70))
                   see: docs/checks/K21.md
                """.formatted(web.line().line()));
        assertThat(Found.by("K21", zones, web)).isEmpty();
        assertThat(Found.byInProduction("K21", zones, objects("web", web(1, "100m", "64Mi"), autoscaler(3, 8))))
                .isEmpty();
    }

    @Test
    void rollout_that_takes_more_than_a_quarter_away_is_refused() {
        var web = objects("web", losing(1, web(2, "100m", "64Mi")));

        assertThat(Found.by("K22", web)).isEqualTo("""
                error[K22] A rollout of the Deployment `test/web` may take 1 of its 2 pods away before new ones are ready, more than a quarter of what serves.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: set `maxUnavailable: 0` and let new pods come first, with `maxSurge: 25%%`
                   see: docs/checks/K22.md
                """.formatted(web.line().line()));
        assertThat(Found.by("K22", objects("web", losing(1, web(4, "100m", "64Mi")))))
                .isEmpty();
    }

    @Test
    void budget_that_lets_no_pod_go_is_refused() {
        var web = objects("web", web(2, "100m", "64Mi"));
        var budget = objects("budget", atLeast("web", 2));

        assertThat(Found.by("K23", web, budget))
                .isEqualTo("""
                error[K23] The PodDisruptionBudget `test/web` lets none of the 2 pods of the Deployment `test/web` be evicted, so no node that has one could ever be drained.
                    at: platform `shop` > objects `budget`   (PodChecksTest.java:%s)
                    in: staging
                  mend: allow one at a time: `maxUnavailable: 1`, as .withDisruptionBudget(1) does, and more than one pod
                   see: docs/checks/K23.md
                """.formatted(budget.line().line()));
        assertThat(Found.by("K23", web, objects("budget", atLeast("web", 1)))).isEmpty();
        assertThat(Found.by("K23", objects("web", web(2, "100m", "64Mi"), autoscaler(3, 8)), budget))
                .isEmpty();
    }

    @Test
    void budget_for_the_pods_of_two_workloads_is_refused() {
        var budget = objects("budget", atLeast("web", 1));
        var both = objects("both", web(3, "100m", "64Mi"), named("other", web(3, "100m", "64Mi")));

        assertThat(Found.by("K23", both, budget))
                .isEqualTo("""
                error[K23] The PodDisruptionBudget `test/web` is for the pods of several: Deployment `test/web`, Deployment `test/other`. Each would use up what the other may lose.
                    at: platform `shop` > objects `budget`   (PodChecksTest.java:%s)
                    in: staging
                  mend: give each a budget of its own, with a selector that takes its pods alone
                   see: docs/checks/K23.md
                """.formatted(budget.line().line()));
    }

    @Test
    void spread_by_labels_that_the_pods_lack_is_refused() {
        var web = objects("web", spread("api"));

        assertThat(Found.by("K25", web)).isEqualTo("""
                error[K25] The pods of the Deployment `test/web` are spread over `topology.kubernetes.io/zone` by labels that they do not have, so they are not spread.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: write the pods' own labels into the constraint's `labelSelector`, or leave it to the workload: .withSpread(Spread.PREFERRED)
                   see: docs/checks/K25.md
                """.formatted(web.line().line()));
        assertThat(Found.by("K25", objects("web", spread("web")))).isEmpty();
    }

    @Test
    void pods_that_no_network_policy_is_about_are_refused() {
        var web = objects("web", web(1, "100m", "64Mi"));

        assertThat(Found.by("K11", web)).isEqualTo("""
                error[K11] No network policy of the direction `Ingress` is about the pods of the Deployment `test/web`, so every pod of the cluster reaches them.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: close their namespace, as in cluster.namespace("test").isolated(), and allow what they need by a policy of their own
                   see: docs/checks/K11.md
                """.formatted(web.line().line()));
        assertThat(Found.by("K11", web, objects("policy", policy("Ingress"))))
                .contains("of the direction `Egress`", "so they reach everything");
        assertThat(Found.by("K11", web, objects("policy", policy("Ingress", "Egress"))))
                .isEmpty();
    }

    @Test
    void pods_that_their_namespace_does_not_admit_are_refused() {
        var web = objects("web", web(1, "100m", "64Mi"));

        assertThat(Found.by("K12", web, objects("test", namespace("restricted"))))
                .startsWith("""
                error[K12] The namespace `test` admits only pods of the standard `restricted`, and those of the Deployment `test/web` break it: the container `web` does not forbid `allowPrivilegeEscalation`.
                    at: platform `shop` > objects `web`   (PodChecksTest.java:%s)
                    in: staging
                  mend: change the pods, or let the namespace admit more, as in .withPodSecurity(PodSecurity.BASELINE)
                   see: docs/checks/K12.md
                """.formatted(web.line().line()))
                .contains("does not drop `ALL` capabilities", "may run as root", "has no `seccompProfile`");
        assertThat(Found.by("K12", web, objects("test", namespace("baseline")))).isEmpty();
        assertThat(Found.by("K12", objects("web", onHost()), objects("test", namespace("baseline"))))
                .contains("and those of the Deployment `test/web` use the node's network (`hostNetwork`).");
        assertThat(Found.by("K12", objects("web", onHost()), objects("test", namespace("privileged"))))
                .isEmpty();
    }

    @Test
    void namespace_that_admits_anything_without_saying_so_is_refused() {
        var namespace = objects(
                "test",
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("test")
                        .endMetadata()
                        .build());

        assertThat(Found.by("K12", namespace))
                .isEqualTo("""
                error[K12] The Namespace `test` has no label `pod-security.kubernetes.io/enforce`, so its pods may do anything to their node.
                    at: platform `shop` > objects `test`   (PodChecksTest.java:%s)
                    in: staging
                  mend: make it by cluster.namespace("test"), or give it the label with `restricted`, `baseline` or `privileged`
                   see: docs/checks/K12.md
                """.formatted(namespace.line().line()));
    }

    @Test
    void objects_that_are_not_whole_are_left_to_the_api_server() {
        var bare = objects(
                "bare",
                new DeploymentBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .withNewSpec()
                        .endSpec()
                        .build(),
                new HorizontalPodAutoscalerBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .build(),
                new PodDisruptionBudgetBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .build(),
                new NetworkPolicyBuilder()
                        .withNewMetadata()
                        .withName("web")
                        .endMetadata()
                        .build());

        for (var check : List.of("K11", "K12", "K15", "K21", "K22", "K23", "K25", "X07", "X25", "X26")) {
            assertThat(Found.by(check, nodes("m7g.large", between(1, 2)), bare))
                    .as(check)
                    .isEmpty();
        }
    }

    private static Custom nodes(String type, Range count) {
        return part(
                "nodes",
                "general",
                site -> Elements.none()
                        .with(new NodePool(
                                PartId.of("cluster", "shop"),
                                "general",
                                type,
                                "arm64",
                                count,
                                new LinkedHashMap<>(),
                                List.of())));
    }

    private static Custom spot(List<NodePool.Taint> taints) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("spot", "true");
        return part(
                "nodes",
                "spot",
                site -> Elements.none()
                        .with(new NodePool(
                                PartId.of("cluster", "shop"),
                                "spot",
                                "m7g.large",
                                "arm64",
                                between(1, 4),
                                labels,
                                taints)));
    }

    private static Resource subnet(String zone) {
        return Resource.of("aws_subnet", zone).with("availability_zone", "eu-west-2" + zone);
    }

    private static Deployment web(int replicas, String cpu, String memory) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withSelector(WEB)
                .withNewStrategy()
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(0))
                .withMaxSurge(new IntOrString("25%"))
                .endRollingUpdate()
                .endStrategy()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withNewResources()
                .addToRequests("cpu", new Quantity(cpu))
                .addToRequests("memory", new Quantity(memory))
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment named(String name, Deployment deployment) {
        return new DeploymentBuilder(deployment)
                .editMetadata()
                .withName(name)
                .endMetadata()
                .build();
    }

    private static Deployment choosing(Deployment deployment, String key, String value) {
        return new DeploymentBuilder(deployment)
                .editSpec()
                .editTemplate()
                .editSpec()
                .addToNodeSelector(key, value)
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment onArm(String architecture) {
        return choosing(web(1, "100m", "64Mi"), "kubernetes.io/arch", architecture);
    }

    private static Deployment onHost() {
        return new DeploymentBuilder(web(1, "100m", "64Mi"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .withHostNetwork(true)
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment apart(Deployment deployment) {
        return new DeploymentBuilder(deployment)
                .editSpec()
                .editTemplate()
                .editSpec()
                .withNewAffinity()
                .withNewPodAntiAffinity()
                .addNewRequiredDuringSchedulingIgnoredDuringExecution()
                .withTopologyKey("kubernetes.io/hostname")
                .withLabelSelector(WEB)
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endPodAntiAffinity()
                .endAffinity()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment spread(String app) {
        return new DeploymentBuilder(web(2, "100m", "64Mi"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .addNewTopologySpreadConstraint()
                .withTopologyKey("topology.kubernetes.io/zone")
                .withMaxSkew(1)
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .addToMatchLabels("app", app)
                .endLabelSelector()
                .endTopologySpreadConstraint()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Deployment losing(int pods, Deployment deployment) {
        return new DeploymentBuilder(deployment)
                .editSpec()
                .editStrategy()
                .editRollingUpdate()
                .withMaxUnavailable(new IntOrString(pods))
                .endRollingUpdate()
                .endStrategy()
                .endSpec()
                .build();
    }

    private static HorizontalPodAutoscaler autoscaler(int least, int most) {
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef()
                .withApiVersion("apps/v1")
                .withKind("Deployment")
                .withName("web")
                .endScaleTargetRef()
                .withMinReplicas(least)
                .withMaxReplicas(most)
                .addNewMetric()
                .withType("Resource")
                .withNewResource()
                .withName("cpu")
                .withNewTarget()
                .withType("Utilization")
                .withAverageUtilization(70)
                .endTarget()
                .endResource()
                .endMetric()
                .endSpec()
                .build();
    }

    private static PodDisruptionBudget atLeast(String name, int available) {
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withMinAvailable(new IntOrString(available))
                .withSelector(WEB)
                .endSpec()
                .build();
    }

    private static ResourceQuota quota(String resource, String amount) {
        return new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("namespace")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .addToHard(resource, new Quantity(amount))
                .endSpec()
                .build();
    }

    private static NetworkPolicy policy(String... directions) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("closed")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes(directions)
                .endSpec()
                .build();
    }

    private static Namespace namespace(String level) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName("test")
                .addToLabels("pod-security.kubernetes.io/enforce", level)
                .endMetadata()
                .build();
    }
}
