package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.facts.Capability.api;
import static dev.groundplan.facts.Capability.definitions;
import static dev.groundplan.facts.Capability.ingressClass;
import static dev.groundplan.facts.Capability.namespace;
import static dev.groundplan.facts.Capability.priorityClass;
import static dev.groundplan.facts.Capability.secretStore;
import static dev.groundplan.facts.Capability.storageClass;
import static dev.groundplan.facts.Installed.installed;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Root;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.Capability;
import dev.groundplan.facts.Installed;
import dev.groundplan.facts.Offer;
import dev.groundplan.flux.FluxObjects;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStore;
import dev.groundplan.kubernetes.externalsecrets.ClusterSecretStoreBuilder;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.kubernetes.flux.KustomizationBuilder;
import dev.groundplan.kubernetes.flux.KustomizationSpec;
import dev.groundplan.kubernetes.flux.kustomizationspec.DependsOn;
import dev.groundplan.terraform.Resource;
import dev.groundplan.values.Name;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check of what reaches a cluster, and in which order, with a platform that breaks it and one that only just passes. */
class DeliveryChecksTest {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    private static final Placement APPS = Layer.APPS.directory(new Name("shop"));
    private static final Placement CONTROLLERS = Layer.CONTROLLERS.directory(new Name("operator"));
    private static final Installed CLUSTER = installed("cluster")
            .bringing(
                    definitions("helm.toolkit.fluxcd.io"),
                    definitions("kustomize.toolkit.fluxcd.io"),
                    namespace("flux-system"));
    private static final ClusterVariable VPC = new ClusterVariable("vpc_id", text("vpc-1"));

    static Stream<Arguments> needs() {
        return Stream.of(
                Arguments.of(
                        "G05",
                        FluxObjects.store("default"),
                        definitions("external-secrets.io"),
                        "SecretStore `default/default` needs custom resources of `external-secrets.io`, and nothing brings their definitions.",
                        "externalSecrets(cluster)",
                        "definitions(\"external-secrets.io\")"),
                Arguments.of(
                        "K26",
                        ingress(),
                        ingressClass("alb"),
                        "Ingress `default/shop` needs the ingress class `alb`, and nothing brings it.",
                        "loadBalancerController(cluster)",
                        "ingressClass(\"alb\")"),
                Arguments.of(
                        "K39",
                        prioritized(),
                        priorityClass("important"),
                        "Deployment `default/shop` needs the priority class `important`, and nothing brings it.",
                        "priorityClass(\"important\", …)",
                        "priorityClass(\"important\")"),
                Arguments.of(
                        "X23",
                        claim("gp3"),
                        storageClass("gp3"),
                        "PersistentVolumeClaim `default/shop` needs the storage class `gp3`, and nothing brings it.",
                        "additional(\"storage\", …) with a StorageClass `gp3`",
                        "storageClass(\"gp3\")"),
                Arguments.of(
                        "X19",
                        FluxObjects.configMap("shop", "a", "b"),
                        namespace("shop"),
                        "ConfigMap `shop/shop` needs the namespace `shop`, and nothing brings it.",
                        "cluster.namespace(\"shop\")",
                        "namespace(\"shop\")"),
                Arguments.of(
                        "K30",
                        autoscaler(),
                        api("metrics.k8s.io"),
                        "HorizontalPodAutoscaler `default/shop` needs the API `metrics.k8s.io`, and nothing brings it.",
                        "metricsServer(cluster)",
                        "api(\"metrics.k8s.io\")"));
    }

    @ParameterizedTest
    @MethodSource("needs")
    void what_nothing_brings_is_refused_with_the_part_that_would(
            String id, HasMetadata object, Capability capability, String what, String part, String maker) {
        var needy = apps(object);

        assertRefused("""
                error[%s] The %s
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: add what brings it: .with(%s); if it is installed by other means, say so: .with(installed("…").bringing(%s))
                   see: docs/checks/%s.md

                1 error, so nothing was written.""".formatted(id, what, line(needy), part, maker, id), CLUSTER, needy);
        assertAccepted(CLUSTER, installed("other").bringing(capability), needy);
    }

    @Test
    void store_that_nobody_makes_is_refused() {
        var needy = apps(FluxObjects.secret("default"));
        var operator = installed("external-secrets").bringing(definitions("external-secrets.io"));

        assertRefused("""
                error[K08] The ExternalSecret `default/default` needs the secret store `default/default`, and nothing brings it.
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: add what brings it: .with(additional("stores", …) with the store `default/default`); if it is installed by other means, say so: .with(installed("…").bringing(secretStore("default/default")))
                   see: docs/checks/K08.md

                1 error, so nothing was written.""".formatted(line(needy)), operator, needy);
        assertAccepted(operator.bringing(secretStore("default/default")), needy);
        assertAccepted(operator, apps(FluxObjects.secret("default"), FluxObjects.store("default")));
    }

    @Test
    void name_that_is_nearly_right_is_told() {
        var needy = apps(FluxObjects.configMap("shop", "a", "b"), FluxObjects.namespace("shopp"));

        assertThatThrownBy(() -> render(CLUSTER, needy)).message().contains("  mend: did you mean `shopp`?\n");
    }

    @Test
    void platform_that_says_nothing_of_its_cluster_is_let_be() {
        assertAccepted(apps(ingress()));
    }

    @Test
    void custom_resource_beside_the_chart_that_brings_its_definition_is_refused() {
        var operator = applied(
                        "operator",
                        CONTROLLERS,
                        FluxObjects.release("default", "operator", "5m"),
                        FluxObjects.store("default"))
                .elements();
        var together = part(
                "objects",
                "operator",
                site -> operator.apply(site).with(new Offer(CONTROLLERS, definitions("external-secrets.io"))));
        var elsewhere = part(
                "objects",
                "operator",
                site -> Elements.none()
                        .with(CONTROLLERS, FluxObjects.release("default", "operator", "5m"))
                        .with(APPS, FluxObjects.store("default"))
                        .with(new Offer(CONTROLLERS, definitions("external-secrets.io")))
                        .with(new AppliedByFlux(CONTROLLERS, "operator"), new AppliedByFlux(APPS, "shop")));

        assertRefused("""
                error[G05] The SecretStore `default/default` needs custom resources of `external-secrets.io`, whose definitions are brought in the same directory `controllers/operator`: Flux would ask the cluster about it before they are there.
                    at: platform `shop` > objects `operator`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: keep it in another directory: Layer.CONFIGS.itself(), or Layer.APPS.directory(…)
                   see: docs/checks/G05.md

                1 error, so nothing was written.""".formatted(line(together)), CLUSTER, together);
        assertAccepted(CLUSTER, elsewhere);
    }

    @Test
    void kustomizations_that_wait_for_each_other_are_refused_with_what_needs_what() {
        var ring = part(
                "objects",
                "ring",
                site -> Elements.none()
                        .with(CONTROLLERS, FluxObjects.store("default"))
                        .with(
                                APPS,
                                FluxObjects.release("default", "external-secrets", "1m"),
                                FluxObjects.namespace("shop"))
                        .with(CONTROLLERS, FluxObjects.configMap("shop", "a", "b"))
                        .with(new Offer(APPS, definitions("external-secrets.io")))
                        .with(
                                AppliedByFlux.BEGINNING,
                                waiting("apps-shop", "5m", "operator"),
                                waiting("operator", "5m", "apps-shop"))
                        .with(new AppliedByFlux(APPS, "apps-shop"), new AppliedByFlux(CONTROLLERS, "operator")));

        assertRefused("""
                error[G01] Nothing of these would ever be applied: `flux-system/apps-shop` waits for `flux-system/operator`, `flux-system/operator` waits for `flux-system/apps-shop` (SecretStore `default/default` needs custom resources of `external-secrets.io`).
                    at: platform `shop` > objects `ring`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: take back a need that is none, or keep what needs, or what brings, one of these in a directory of its own: Layer.APPS.directory(…)
                   see: docs/checks/G01.md

                1 error, so nothing was written.""".formatted(line(ring)), CLUSTER, ring);
        assertAccepted(
                CLUSTER,
                part(
                        "objects",
                        "line",
                        site -> Elements.none()
                                .with(AppliedByFlux.BEGINNING, waiting("a", "5m", "b"), waiting("b", "5m"))));
    }

    @Test
    void kustomization_that_waits_for_nobody_is_refused() {
        var lost = part(
                "objects",
                "lost",
                site -> Elements.none()
                        .with(AppliedByFlux.BEGINNING, waiting("apps", "5m", "confgs"), waiting("configs", "5m")));

        assertRefused("""
                error[G01] The Kustomization `flux-system/apps` waits for `flux-system/confgs`, and there is none of that name.
                    at: platform `shop` > objects `lost`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: did you mean `flux-system/configs`?
                   see: docs/checks/G01.md

                1 error, so nothing was written.""".formatted(line(lost)), CLUSTER, lost);
    }

    @Test
    void kustomization_that_gives_up_before_its_charts_is_refused() {
        assertRefused("""
                error[G04] The Kustomization `flux-system/operator` gives up after 9m59s, and what it applies in `controllers/operator` may take 10m until it is ready.
                    at: platform `shop` > objects `charts`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: give it `timeout: 10m` or more, or the charts less time
                   see: docs/checks/G04.md

                1 error, so nothing was written.""".formatted(line(charts("9m59s"))), CLUSTER, charts("9m59s"));
        assertAccepted(CLUSTER, charts("10m"));
    }

    private static Custom charts(String timeout) {
        return part(
                "objects",
                "charts",
                site -> Elements.none()
                        .with(
                                CONTROLLERS,
                                FluxObjects.release("default", "one", "6m"),
                                FluxObjects.release("default", "other", "4m"))
                        .with(AppliedByFlux.BEGINNING, waiting("operator", timeout))
                        .with(new AppliedByFlux(CONTROLLERS, "operator")));
    }

    @Test
    void namespace_that_flux_would_delete_with_all_in_it_is_refused() {
        var pruned = new NamespaceBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .build();
        var bare = applied("shop", APPS, pruned);

        assertRefused("""
                error[G06] Flux would delete the Namespace `shop`, and all that goes with it, as soon as it leaves the description.
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: annotate it: `kustomize.toolkit.fluxcd.io/prune: disabled`; whoever really wants it gone deletes it by hand
                   see: docs/checks/G06.md

                1 error, so nothing was written.""".formatted(line(bare)), bare);
        assertAccepted(applied("shop", APPS, FluxObjects.namespace("shop")));
        assertAccepted(apps(pruned));
    }

    @Test
    void store_of_the_cluster_without_the_namespace_of_its_account_is_refused() {
        var store = part("objects", "store", site -> Elements.none().with(APPS, clusterStore(null)));

        assertRefused("""
                error[K08] The ClusterSecretStore `shop` names the service account `reader` without its namespace, and belongs to none itself.
                    at: platform `shop` > objects `store`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: say it: .withNewServiceAccountRef().withName("reader").withNamespace("…")
                   see: docs/checks/K08.md

                1 error, so nothing was written.""".formatted(line(store)), store);
    }

    @Test
    void store_that_reads_as_nobody_is_refused() {
        var store = part("objects", "store", site -> Elements.none().with(APPS, clusterStore("default")));
        var account = new ServiceAccountBuilder()
                .withMetadata(FluxObjects.metadata("default", "reader"))
                .build();

        assertRefused("""
                error[K09] The ClusterSecretStore `shop` reads as the service account `default/reader`, and there is none.
                    at: platform `shop` > objects `store`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: add it with a role that may read: workloadIdentity("reader", namespace).allowing(…)
                   see: docs/checks/K09.md

                1 error, so nothing was written.""".formatted(line(store)), store);
        assertAccepted(store, part("objects", "account", site -> Elements.none().with(APPS, account)));
    }

    @Test
    void variable_that_nobody_says_is_refused() {
        var used = applied("shop", APPS, FluxObjects.configMap("default", "vpc", "id " + VPC.reference()));

        assertRefused("""
                error[X27] The ConfigMap `default/default` uses the cluster variable `vpc_id` at `data.vpc`, and nobody says its value.
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: say it beside the object: Elements.none().with(variable)
                   see: docs/checks/X27.md

                1 error, so nothing was written.""".formatted(line(used)), used);
        assertAccepted(used, said(VPC));
    }

    @Test
    void variable_of_two_values_is_refused() {
        var one = said(VPC);
        var other =
                part("objects", "other", site -> Elements.none().with(new ClusterVariable("vpc_id", text("vpc-2"))));

        assertRefused("""
                error[X27] The cluster variable `vpc_id` is said with the value `"vpc-2"`, and with `"vpc-1"` at platform `shop` > objects `variable`   (DeliveryChecksTest.java:%s).
                    at: platform `shop` > objects `other`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: give one of them another key: new ClusterVariable("…", …)
                   see: docs/checks/X27.md

                1 error, so nothing was written.""".formatted(line(one), line(other)), one, other);
        assertAccepted(one, part("objects", "other", site -> Elements.none().with(VPC)));
    }

    static Stream<Arguments> placesThatTakeNoVariable() {
        var known = "write a value that is known now, or name the thing yourself in Terraform";
        var map = FluxObjects.configMap("default", "a", "b");
        var mark = VPC.reference();
        return Stream.of(
                Arguments.of(
                        FluxObjects.configMap("default", mark, "b"),
                        "default/default` uses the cluster variable `vpc_id` at `data.${vpc_id}`, and nothing can be put there: a key must be known now.",
                        known),
                Arguments.of(
                        map.edit()
                                .editMetadata()
                                .addToLabels("vpc", mark)
                                .endMetadata()
                                .build(),
                        "default/default` uses the cluster variable `vpc_id` at `metadata.labels.vpc`, and nothing can be put there: labels and what selects by them must be known now.",
                        known),
                Arguments.of(
                        FluxObjects.switchedOff(FluxObjects.configMap("default", "a", mark)),
                        "default/default` uses the cluster variable `vpc_id` at `data.a`, and nothing can be put there: the object tells Flux to leave its texts alone.",
                        "take away `kustomize.toolkit.fluxcd.io/substitute: disabled`"));
    }

    @ParameterizedTest
    @MethodSource("placesThatTakeNoVariable")
    void variable_where_nothing_can_be_put_is_refused(HasMetadata object, String what, String mend) {
        var used = applied("shop", APPS, object);

        assertRefused("""
                error[X31] The ConfigMap `%s
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: %s
                   see: docs/checks/X31.md

                1 error, so nothing was written.""".formatted(what, line(used), mend), used, said(VPC));
    }

    @Test
    void variable_in_a_name_is_refused() {
        var named = applied("shop", APPS, FluxObjects.ingressClass("class-" + VPC.reference()));

        assertThatThrownBy(() -> render(named, said(VPC)))
                .message()
                .contains(
                        "uses the cluster variable `vpc_id` at `metadata.name`, and nothing can be put there: a name, which"
                                + " the file is called by too, must be known now.");
    }

    @Test
    void variable_without_flux_is_refused() {
        var used = apps(FluxObjects.configMap("default", "a", VPC.reference()));

        assertRefused("""
                error[X31] The ConfigMap `default/default` uses the cluster variable `vpc_id` at `data.a`, and nothing can be put there: Flux does not apply that object.
                    at: platform `shop` > objects `shop`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: give the platform Flux: .with(flux(cluster, sync("https://…", "main")))
                   see: docs/checks/X31.md

                1 error, so nothing was written.""".formatted(line(used)), used, said(VPC));
    }

    @Test
    void reference_of_a_variable_in_terraform_is_refused() {
        var tagged = part(
                "objects",
                "tagged",
                site -> Elements.none()
                        .with(Root.INFRA, Resource.of("aws_vpc", "main").with("cidr_block", VPC.reference())));

        assertRefused("""
                error[X31] `aws_vpc.main` uses the reference of the cluster variable `vpc_id`, which stands for its value in Kubernetes only.
                    at: platform `shop` > objects `tagged`   (DeliveryChecksTest.java:%s)
                    in: staging
                  mend: write the expression itself: variable.value()
                   see: docs/checks/X31.md

                1 error, so nothing was written.""".formatted(line(tagged)), tagged, said(VPC));
    }

    private static Custom said(ClusterVariable variable) {
        return part("objects", "variable", site -> Elements.none().with(variable));
    }

    private static Custom apps(HasMetadata... objects) {
        return part("objects", "shop", site -> Elements.none().with(APPS, objects));
    }

    private static Custom applied(String name, Placement place, HasMetadata... objects) {
        return part(
                "objects", name, site -> Elements.none().with(place, objects).with(new AppliedByFlux(place, name)));
    }

    private static Kustomization waiting(String name, String timeout, String... others) {
        var spec = new KustomizationSpec();
        spec.setInterval("1h");
        spec.setTimeout(timeout);
        spec.setPrune(true);
        spec.setWait(true);
        var dependencies = new ArrayList<DependsOn>();
        for (var other : others) {
            var dependency = new DependsOn();
            dependency.setName(other);
            dependencies.add(dependency);
        }
        spec.setDependsOn(dependencies);
        return new KustomizationBuilder()
                .withMetadata(FluxObjects.metadata("flux-system", name))
                .withSpec(spec)
                .build();
    }

    private static ClusterSecretStore clusterStore(@Nullable String namespace) {
        return new ClusterSecretStoreBuilder()
                .withNewMetadata()
                .withName("shop")
                .endMetadata()
                .withNewSpec()
                .withNewProvider()
                .withNewAws()
                .withNewAuth()
                .withNewJwt()
                .withNewServiceAccountRef()
                .withName("reader")
                .withNamespace(namespace)
                .endServiceAccountRef()
                .endJwt()
                .endAuth()
                .endAws()
                .endProvider()
                .endSpec()
                .build();
    }

    private static Ingress ingress() {
        return new IngressBuilder()
                .withMetadata(FluxObjects.metadata("default", "shop"))
                .withNewSpec()
                .withIngressClassName("alb")
                .endSpec()
                .build();
    }

    private static Deployment prioritized() {
        return new DeploymentBuilder()
                .withMetadata(FluxObjects.metadata("default", "shop"))
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .withPriorityClassName("important")
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static PersistentVolumeClaim claim(String storage) {
        return new PersistentVolumeClaimBuilder()
                .withMetadata(FluxObjects.metadata("default", "shop"))
                .withNewSpec()
                .withStorageClassName(storage)
                .endSpec()
                .build();
    }

    private static HorizontalPodAutoscaler autoscaler() {
        return new HorizontalPodAutoscalerBuilder()
                .withMetadata(FluxObjects.metadata("default", "shop"))
                .withNewSpec()
                .withMaxReplicas(3)
                .endSpec()
                .build();
    }

    private static void assertRefused(String message, Part... parts) {
        assertThatThrownBy(() -> render(parts))
                .isInstanceOf(InvalidPlatformException.class)
                .hasMessage(message);
    }

    private static void assertAccepted(Part... parts) {
        assertThatCode(() -> render(parts)).doesNotThrowAnyException();
    }

    /** These checks alone: others have more to say about objects as small as these. */
    private static void render(Part... parts) {
        var checks = new Checks(
                List.of(),
                List.of(
                        new CapabilityNobodyBrings(),
                        new CustomResourceBesideItsDefinition(),
                        new KustomizationsInRing(),
                        new KustomizationEndsTooSoon(),
                        new PrunedWithAllInIt(),
                        new StoreWithoutServiceAccount(),
                        new VariableNobodySays(),
                        new VariableWhereNoneCanStand()));
        var problems = new LinkedHashMap<Environment, List<Problem>>();
        groundplan(environment -> platform("shop", environment).with(List.of(parts)), STAGING)
                .expand()
                .forEach((environment, expanded) -> problems.put(environment, checks.find(expanded)));
        assertThat(problems).isNotEmpty();
        InvalidPlatformException.throwIfAny(problems);
    }

    private static String line(Part part) {
        return String.valueOf(part.line().line());
    }
}
