package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.charts.Chart.chart;
import static dev.groundplan.charts.ChartRepository.repository;
import static dev.groundplan.charts.ChartValues.chartValues;
import static dev.groundplan.charts.HelmRelease.helmRelease;
import static dev.groundplan.controllers.ClusterAutoscaler.clusterAutoscaler;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.delivery.GitHubRepository.gitHubRepository;
import static dev.groundplan.delivery.ImagePins.imagePins;
import static dev.groundplan.describe.Additional.additional;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.facts.Capability.definitions;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.github.Expression.expression;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Workflow.workflow;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.workload.Exposure.at;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.Schedule.cron;
import static dev.groundplan.workload.ScheduledJob.scheduledJob;
import static dev.groundplan.workload.Workload.workload;
import static faceit.Shop.CERTIFICATE;
import static faceit.Shop.CLUSTER;
import static faceit.Shop.FLUX;
import static faceit.Shop.IMAGE;
import static faceit.Shop.NETWORK;
import static faceit.Shop.PARAMETERS;
import static faceit.Shop.STAGING;
import static faceit.Shop.TEST;
import static faceit.Shop.ZONE;
import static faceit.Shop.assertRefused;
import static faceit.Shop.described;
import static faceit.Shop.message;
import static faceit.Shop.nextLine;
import static faceit.Shop.refusal;
import static faceit.Shop.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.groundplan.charts.ChartRepository;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Platform;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.NodeGroup;
import dev.groundplan.eks.PodSecurity;
import dev.groundplan.github.Expression;
import dev.groundplan.workload.Workload;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a user is told who describes something that could not work: the whole message, as his console shows it. */
class BadInputTest {

    private static final ChartRepository CHARTS = repository("https://charts.acme.com");
    private static final Namespace OLD =
            CLUSTER.namespace("old").withPodSecurity(PodSecurity.PRIVILEGED).isolated();
    private static final NodeGroup NODES = nodeGroup("general", "m7g.large", between(3, 6));
    private static final ClusterVariable ARN = CERTIFICATE.arnVariable();
    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @Test
    void host_outside_every_zone() {
        var line = nextLine();
        var elsewhere = certificate("elsewhere", host("www.elsewhere.com"));

        assertRefused(message(elsewhere, ready("web").exposedAt(at(host("www.elsewhere.com"), elsewhere))), """
                error[P04] The certificate `elsewhere` is for `www.elsewhere.com`, and no zone of the platform has this name, so nobody could prove whose it is: take names from a zone, as in zone.host("test"), and add the zone to the platform.
                    at: platform `shop` > certificate `elsewhere`   (BadInputTest.java:@1)
                    in: staging
                  mend: change the option that the message names
                   see: docs/checks/P04.md

                1 error, so nothing was written.""", line);
        assertThat(message(ready("web").exposedAt(at(ZONE.host("www"), CERTIFICATE))))
                .isEmpty();
    }

    @Test
    void certificate_that_does_not_cover_a_host() {
        var line = nextLine();
        var web = ready("web").exposedAt(at(ZONE.host("api"), CERTIFICATE));

        assertRefused(message(web), """
                error[T32] The Ingress `test/web` serves `api.shop.example.com` by HTTPS, and its certificate holds for `www.shop.example.com`.
                    at: platform `shop` > workload `web` > exposed at `api.shop.example.com`   (BadInputTest.java:@1)
                    in: staging
                  mend: add the name to a certificate, as in certificate("shop", zone.host("test")), or take one for zone.wildcard()
                   see: docs/checks/T32.md

                1 error, so nothing was written.""", line);
        var wildcard = certificate("all", ZONE.wildcard());
        assertThat(message(wildcard, ready("web").exposedAt(at(ZONE.host("api"), wildcard))))
                .isEmpty();
    }

    @Test
    void two_ingresses_with_one_host() {
        var wildcard = certificate("all", ZONE.wildcard());
        var first = nextLine();
        var web = ready("web").exposedAt(at(ZONE.host("www"), wildcard));
        var second = nextLine();
        var api = ready("api").exposedAt(at(ZONE.host("www"), wildcard));

        assertRefused(message(wildcard, web, api), """
                error[K29] The Ingress `test/api` serves `www.shop.example.com`, which the Ingress `test/web` serves already, from platform `shop` > workload `web` > exposed at `www.shop.example.com`   (BadInputTest.java:@1).
                    at: platform `shop` > workload `api` > exposed at `www.shop.example.com`   (BadInputTest.java:@2)
                    in: staging
                  mend: give one of them another name, or let both share a load balancer with the annotation `alb.ingress.kubernetes.io/group.name`
                   see: docs/checks/K29.md

                1 error, so nothing was written.""", first, second);
        assertThat(message(wildcard, web, ready("api").exposedAt(at(ZONE.host("api"), wildcard))))
                .isEmpty();
    }

    @Test
    void cyclic_dependencies() {
        var line = nextLine();
        var one = helmRelease("one", chart("one", CHARTS, "1.0.0"), CLUSTER.namespace("one"));
        var two = helmRelease("two", chart("two", CHARTS, "1.0.0"), CLUSTER.namespace("two"));

        var waiting = one.offering(definitions("one.acme.com")).needing(definitions("two.acme.com"));

        assertRefused(
                message(waiting, two.offering(definitions("two.acme.com")).needing(definitions("one.acme.com"))),
                """
                error[G01] Nothing of these would ever be applied: `flux-system/controllers-one` waits for `flux-system/controllers-two` (`controllers/one` needs custom resources of `two.acme.com`), `flux-system/controllers-two` waits for `flux-system/controllers-one` (`controllers/two` needs custom resources of `one.acme.com`).
                    at: platform `shop` > helm-release `one`   (BadInputTest.java:@1)
                    in: staging
                  mend: take back a need that is none, or keep what needs, or what brings, one of these in a directory of its own: Layer.APPS.directory(…)
                   see: docs/checks/G01.md

                1 error, so nothing was written.""",
                line);
        assertThat(message(waiting, two.offering(definitions("two.acme.com")))).isEmpty();
    }

    @Test
    void custom_resource_without_any_part_that_brings_its_definition() {
        var line = nextLine();
        var web = workload("web", IMAGE, TEST).withEnv("TOKEN", PARAMETERS.secret("token"));

        var message = refusal(environment -> platform("shop", environment)
                .with(NETWORK, CLUSTER, FLUX, PARAMETERS, TEST, metricsServer(CLUSTER), web));
        assertRefused(message, """
                error[G05] The SecretStore `test/web` needs custom resources of `external-secrets.io`, and nothing brings their definitions; one more object needs it.
                    at: platform `shop` > workload `web`   (BadInputTest.java:@1)
                    in: staging
                  mend: add what brings it: .with(externalSecrets(cluster)); if it is installed by other means, say so: .with(installed("…").bringing(definitions("external-secrets.io")))
                   see: docs/checks/G05.md

                1 error, so nothing was written.""", line);
        assertThat(message(web)).isEmpty();
    }

    @Test
    void autoscaler_of_pods_without_requests() {
        var line = nextLine();
        var part = additional("old", objects(deployment(Map.of()), autoscaler()));

        assertRefused(message(OLD, part), """
                error[K21] The HorizontalPodAutoscaler `old/old` scales the Deployment `old/old` by its share of promised `cpu`, and the container `old` is promised none: the share of nothing is unknown, and nothing would ever be scaled.
                    at: platform `shop` > additional `old`   (BadInputTest.java:@1)
                    in: staging
                  mend: promise each container some, as in .withResources(millicores(100), mebibytes(128))
                   see: docs/checks/K21.md

                1 error, so nothing was written.""", line);
        assertThat(message(
                        OLD, additional("old", objects(deployment(Map.of("cpu", new Quantity("100m"))), autoscaler()))))
                .isEmpty();
    }

    @Test
    void disruption_budget_that_blocks_every_eviction() {
        var line = nextLine();
        var message = described(() -> web().withReplicas(2).withDisruptionBudget(0));

        assertRefused(message, """
                error: 0 is no number of pods that may be evicted at a time: with none, no node could ever be drained. It must lie between 1 and 1000, as in withDisruptionBudget(1).
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
        assertThat(described(() -> web().withReplicas(2).withDisruptionBudget(1)))
                .isEmpty();
    }

    @Test
    void deregistration_delay_beyond_grace() {
        var line = nextLine();
        var web = ready("web").exposedAt(at(ZONE.host("www"), CERTIFICATE).withDeregistrationDelay(seconds(46)));

        assertRefused(message(web), """
                error[K19] The load balancer of the Ingress `test/web` gives a pod that goes 46 s to answer what it began, and the pods of the Deployment `test/web` are killed after 45 s.
                    at: platform `shop` > workload `web` > exposed at `www.shop.example.com`   (BadInputTest.java:@1)
                    in: staging
                  mend: shorten the delay, as in at(…).withDeregistrationDelay(seconds(30)), or lengthen .withGracePeriod(seconds(56))
                   see: docs/checks/K19.md

                1 error, so nothing was written.""", line);
        assertThat(message(web.withGracePeriod(seconds(46)))).isEmpty();
    }

    @Test
    void liveness_on_the_endpoint_of_the_database() {
        var web = ready("web").withEnv("PASSWORD", PARAMETERS.secret("token"));
        var line = nextLine();
        var asking = web.withLivenessProbe(http("/ready"));

        assertRefused(message(asking), """
                error[K32] The livenessProbe of the container `web` of the Deployment `test/web` asks the same as its readinessProbe (`/ready`), and the container is given the Secret `web`: while what that opens is away, Kubernetes would kill all pods again and again, and none would help.
                    at: platform `shop` > workload `web` > livenessProbe   (BadInputTest.java:@1)
                    in: staging
                  mend: ask what answers as long as the process does: .withLivenessProbe(http("/live")); or let the app say which paths fail without the database (`app.groundplan.dev/database-endpoints`)
                   see: docs/checks/K32.md

                1 error, so nothing was written.""", line);
        assertThat(message(web.withLivenessProbe(http("/live")))).isEmpty();
    }

    @Test
    void schedule_that_is_no_cron() {
        var line = nextLine();
        var message = described(() -> scheduledJob("nightly", IMAGE, TEST, cron("0 24 * * *")));

        assertRefused(message, """
                error: `24` is no hour of a schedule: write 0 to 23, `*`, a range `a-b`, a step `*/n` or several with commas, as in cron("0 3 * * *").
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
        assertThat(described(() -> scheduledJob("nightly", IMAGE, TEST, cron("0 23 * * *"))))
                .isEmpty();
    }

    @Test
    void chart_value_that_is_not_known() {
        var line = nextLine();
        var autoscaler = clusterAutoscaler(CLUSTER).withValues(chartValues().with("replicaCuont", 2));

        assertRefused(message(autoscaler), """
                error[G12] The HelmRelease `kube-system/cluster-autoscaler` sets the value `replicaCuont`, which the chart cluster-autoscaler 9.59.0 does not have.
                    at: platform `shop` > controller `cluster-autoscaler`   (BadInputTest.java:@1)
                    in: staging
                  mend: did you mean `replicaCount`?
                   see: docs/checks/G12.md

                1 error, so nothing was written.""", line);
        assertThat(message(clusterAutoscaler(CLUSTER).withValues(chartValues().with("replicaCount", 2))))
                .isEmpty();
    }

    @Test
    void pin_that_is_missing() {
        var pins = imagePins("images.json", """
                {"shop": {"repository": "ghcr.io/acme/shop", "tag": "1.4.2", "digest": "%s"}}
                """.formatted(DIGEST));
        var line = nextLine();
        var message = described(() -> workload("web", pins.image("shpo"), TEST));

        assertRefused(message, """
                error: `images.json` pins no image `shpo`. Did you mean `shop`? Release it once, or write its entry: "shpo": {"repository": "ghcr.io/acme/shpo", "tag": "1.4.2", "digest": "sha256:…"}.
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
        assertThat(message(pins.asPublic(), workload("web", pins.image("shop"), TEST)))
                .isEmpty();
    }

    @Test
    void workflow_expression_of_an_unknown_context() {
        var line = nextLine();
        var message = building(() -> expression("githbu.sha"));

        assertRefused(message, """
                error: `githbu.sha` is no expression of a workflow: there is no context `githbu`. Did you mean `github`? GitHub has github, needs, steps, inputs, matrix, secrets, vars, env, runner, job, jobs, strategy.
                    at: BadInputTest.java:@1, describing the workflows

                nothing was written.""", line);
        assertThat(building(() -> expression("github.sha"))).isEmpty();
    }

    @Test
    void value_known_only_after_apply_in_a_label() {
        var line = nextLine();
        var part = additional("labelled", objects(settings("settings", ARN.reference())));

        assertRefused(message(part), """
                error[X31] The ConfigMap `test/settings` uses the cluster variable `certificate_www_arn` at `metadata.labels.arn`, and nothing can be put there: labels and what selects by them must be known now.
                    at: platform `shop` > additional `labelled`   (BadInputTest.java:@1)
                    in: staging
                  mend: write a value that is known now, or name the thing yourself in Terraform
                   see: docs/checks/X31.md

                1 error, so nothing was written.""", line);
        assertThat(message(additional("labelled", objects(settings("settings", "none")))))
                .isEmpty();
    }

    @Test
    void value_known_only_after_apply_in_the_name_of_a_file() {
        var line = nextLine();
        var part = additional("named", objects(settings("of-" + ARN.reference(), "none")));

        assertRefused(message(part), """
                error[X31] The ConfigMap `test/of-${certificate_www_arn}` uses the cluster variable `certificate_www_arn` at `metadata.name`, and nothing can be put there: a name, which the file is called by too, must be known now.
                    at: platform `shop` > additional `named`   (BadInputTest.java:@1)
                    in: staging
                  mend: write a value that is known now, or name the thing yourself in Terraform
                   see: docs/checks/X31.md

                1 error, so nothing was written.""", line);
        assertThat(message(additional("named", objects(settings("of-www", "none")))))
                .isEmpty();
    }

    @Test
    void null_where_a_value_belongs() {
        var line = nextLine();
        var message = described(() -> web().withEnv("TOKEN", valueOfNothing()));

        assertRefused(message, """
                error: null is given here, and nothing in a description is ever null: give a value, or leave the call out
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
    }

    @Test
    void platform_that_is_null() {
        var groundplan = groundplan(environment -> noPlatform(), STAGING);
        var line = nextLine();
        var thrown = catchThrowable(() -> groundplan.render());

        assertRefused(String.valueOf(thrown.getMessage()), """
                error: the description returned null: return a platform, as in return platform("shop", environment).with(…)
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
    }

    @Test
    void exception_of_the_description_itself() {
        var line = nextLine();
        var message = described(() -> workload(List.<String>of().iterator().next(), IMAGE, TEST));

        assertRefused(message, """
                error: java.util.NoSuchElementException
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
    }

    @Test
    void secret_pressed_into_a_config_file() {
        var line = nextLine();
        var web = workload("web", IMAGE, TEST).withConfigFile("/etc/app.conf", "a=" + PARAMETERS.secret("token"));

        assertRefused(message(web), """
                error[P05] The secret kept in `/shop/token` is used as a text in ConfigMap `test/web-files`, and nobody here knows its value.
                    at: platform `shop` > workload `web`   (BadInputTest.java:@1)
                    in: staging
                  mend: give the reference itself to what takes one, as in .withEnv("PASSWORD", login.password()) or .withSecretFile("/etc/app/password", login.password())
                   see: docs/checks/P05.md

                1 error, so nothing was written.""", line);
        assertThat(message(web().withSecretFile("/etc/token", PARAMETERS.secret("token"))))
                .isEmpty();
    }

    @Test
    void secret_of_another_name() {
        var line = nextLine();
        var message = described(() -> web().withEnv("TOKEN", PARAMETERS.secret("tokem")));

        assertRefused(message, """
                error: The parameter store `shop` has no secret `tokem`: did you mean `token`?
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
    }

    @Test
    void namespace_that_was_not_handed_over() {
        var line = nextLine();
        var web = workload("web", IMAGE, CLUSTER.namespace("shop"));

        assertRefused(message(web), """
                error[P02] The workload `web` refers to the namespace `shop`, and the platform does not have it.
                    at: platform `shop` > workload `web` > namespace   (BadInputTest.java:@1)
                    in: staging
                  mend: add it to the platform: .with(…) with the part made at BadInputTest.java:@1
                   see: docs/checks/P02.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void part_handed_over_before_and_after_a_change() {
        var changed = CLUSTER.withStorageDriver();

        assertRefused(message(changed), """
                error[P01] There are two parts called cluster `shop`: the first is at Shop.java:@1.
                    at: platform `shop` > cluster `shop`   (Shop.java:@1)
                    in: staging
                  mend: hand over one of them, and that as the last .withX(…) call returned it
                   see: docs/checks/P01.md

                1 error, so nothing was written.""", CLUSTER.line().line());
    }

    @Test
    void second_cluster_beside_the_manifests_of_the_first() {
        var line = nextLine();
        var batch = eksCluster("batch", kubernetes("1.36"), NETWORK.privateSubnets())
                .withNodeGroup(NODES);
        var jobs = batch.namespace("jobs");

        assertRefused(
                message(batch, jobs, workload("jobs", IMAGE, jobs)),
                """
                error[X33] The platform has a second cluster, `aws_eks_cluster.batch`, and all its manifests are kept in one `kubernetes/`, which is applied to `aws_eks_cluster.shop` alone or to both: the first is from platform `shop` > cluster `shop`   (Shop.java:@2).
                    at: platform `shop` > cluster `batch`   (BadInputTest.java:@1)
                    in: staging
                  mend: describe each cluster in an environment of its own, as in environment("staging-batch", account("111122223333"), region("eu-west-2"))
                   see: docs/checks/X33.md

                1 error, so nothing was written.""",
                line,
                CLUSTER.line().line());
    }

    @Test
    void second_flux() {
        var batch = eksCluster("batch", kubernetes("1.36"), NETWORK.privateSubnets())
                .withNodeGroup(NODES);
        var line = nextLine();
        var flux = flux(batch, sync("https://github.com/acme/shop", "main"));

        assertRefused(message(batch, flux), """
                error[P04] There is more than one Flux on this platform, and each would apply the same `kubernetes/`, for clusters that are not the same: describe each cluster in an environment of its own, as in environment("staging-shop", …).
                    at: platform `shop` > flux `shop`   (Shop.java:@1)
                    in: staging
                  mend: change the option that the message names
                   see: docs/checks/P04.md

                error[P04] There is more than one Flux on this platform, and each would apply the same `kubernetes/`, for clusters that are not the same: describe each cluster in an environment of its own, as in environment("staging-batch", …).
                    at: platform `shop` > flux `batch`   (BadInputTest.java:@2)
                    in: staging
                  mend: change the option that the message names
                   see: docs/checks/P04.md

                2 errors, so nothing was written.""", FLUX.line().line(), line);
    }

    @Test
    void exposed_workload_that_nobody_can_ask_whether_it_is_ready() {
        var line = nextLine();
        var web = workload("web", IMAGE, TEST).withPort(port(8080)).exposedAt(at(ZONE.host("www"), CERTIFICATE));

        assertRefused(message(web), """
                error[P04] The workload `web` is exposed and has no readiness probe over HTTP, so a load balancer could not know which of its pods serve: say what to ask, as in .withReadinessProbe(http("/health")).
                    at: platform `shop` > workload `web`   (BadInputTest.java:@1)
                    in: staging
                  mend: change the option that the message names
                   see: docs/checks/P04.md

                1 error, so nothing was written.""", line);
    }

    @Test
    void name_over_its_budget() {
        var line = nextLine();
        var message = described(() -> workload("orders-of-all-customers-in-every-country", IMAGE, TEST));

        assertRefused(message, """
""", line);
        assertThat(message(workload("orders-of-all-customers-in-every-countr", IMAGE, TEST)))
                .isEmpty();
    }

    @Test
    void image_that_moves() {
        var line = nextLine();
        var message = described(() -> workload("web", image("ghcr.io/acme/shop:latest"), TEST));

        assertRefused(message, """
                error: `ghcr.io/acme/shop:latest` names no version: what runs would change without a change here. Write a tag other than `latest`, or a digest, as in image("ghcr.io/acme/test-app:1.4.2").
                    at: BadInputTest.java:@1, describing `staging`

                nothing was written.""", line);
    }

    private static Workload ready(String name) {
        return workload(name, IMAGE, TEST).withPort(port(8080)).withReadinessProbe(http("/ready"));
    }

    private static Elements objects(HasMetadata... objects) {
        return Elements.none().with(ARN).with(Layer.APPS.itself(), objects);
    }

    private static HasMetadata settings(String name, String label) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName(name)
                .addToLabels("arn", label)
                .endMetadata()
                .build();
    }

    private static HasMetadata deployment(Map<String, Quantity> requests) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withNamespace("old")
                .withName("old")
                .endMetadata()
                .withNewSpec()
                .withNewSelector()
                .addToMatchLabels("app", "old")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "old")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("old")
                .withImage(IMAGE.toString())
                .withNewResources()
                .withRequests(requests)
                .endResources()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static HasMetadata autoscaler() {
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withNamespace("old")
                .withName("old")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", "old")
                .withMinReplicas(2)
                .withMaxReplicas(4)
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

    /** Returns what is wrong with a workflow one of whose steps reads this. */
    private static String building(Supplier<Expression> value) {
        var groundplan = groundplan(environment -> Shop.with(environment), STAGING)
                .withWorkflows(stages -> gitHubRepository("acme/shop")
                        .workflows()
                        .with(workflow("app", pushTo("main"))
                                .with(job("test", UBUNTU)
                                        .with(run("Test", "true").withEnv("COMMIT", value.get())))));
        var thrown = catchThrowable(groundplan::renderWorkflows);
        return thrown == null ? "" : String.valueOf(thrown.getMessage());
    }

    /** As code does that is compiled without checks of nulls. */
    @SuppressWarnings("NullAway")
    private static String valueOfNothing() {
        return null;
    }

    @SuppressWarnings("NullAway")
    private static Platform noPlatform() {
        return null;
    }
}
