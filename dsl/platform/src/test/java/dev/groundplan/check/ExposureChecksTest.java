package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.terraform;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Part;
import dev.groundplan.terraform.Resource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import org.junit.jupiter.api.Test;

/** Load balancers and network policies against the pods and networks that they are about. */
class ExposureChecksTest {

    private static final String SECURE = "[{\"HTTP\":80},{\"HTTPS\":443}]";
    private static final String MODERN = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    @Test
    void pod_killed_before_its_load_balancer_stops_waiting_is_refused() {
        var web = web(15, 45);
        var slow = balancer("target-type", "ip", "target-group-attributes", "deregistration_delay.timeout_seconds=46");

        assertThat(Found.by("K19", web, slow))
                .isEqualTo("""
                error[K19] The load balancer of the Ingress `test/web` gives a pod that goes 46 s to answer what it began, and the pods of the Deployment `test/web` are killed after 45 s.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: shorten the delay, as in at(…).withDeregistrationDelay(seconds(30)), or lengthen .withGracePeriod(seconds(56))
                   see: docs/checks/K19.md
                """.formatted(slow.line().line()));
        assertThat(Found.by("K19", web, fast())).isEmpty();
        assertThat(Found.by("K19", web, balancer("target-type", "ip")))
                .contains("gives a pod that goes 300 s to answer what it began");
    }

    @Test
    void pod_that_ends_at_once_behind_a_load_balancer_is_refused() {
        var web = web(9, 45);

        assertThat(Found.by("K19", web, fast()))
                .isEqualTo("""
                error[K19] The pods of the Deployment `test/web` are told to end 9 s after they are taken out of service, of 45 s in all, and the load balancer of the Ingress `test/web` needs 10 s to learn of it: requests would be lost.
                    at: platform `shop` > objects `web`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: let pods wait first and end then, as in .withPreStopSleep(seconds(15)).withGracePeriod(seconds(45))
                   see: docs/checks/K19.md
                """.formatted(web.line().line()));
        assertThat(Found.by("K19", web(10, 45), fast())).isEmpty();
        assertThat(Found.by("K19", web(45, 45), fast())).contains("45 s after they are taken out of service, of 45 s");
        assertThat(Found.by("K19", objects("web", deployment("/health"), service()), fast()))
                .contains("are told to end 0 s after");
    }

    @Test
    void load_balancer_of_pods_without_readiness_gates_is_refused() {
        var ingress = balancer("target-type", "ip");

        assertThat(Found.by("K20", ingress, objects("test", namespace("disabled"))))
                .isEqualTo("""
                error[K20] The Ingress `test/web` leads to pods of the namespace `test`, which has no label `elbv2.k8s.aws/pod-readiness-gate-inject`: a rollout would end old pods before the load balancer reaches the new ones.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: cluster.namespace("test").withReadinessGates()
                   see: docs/checks/K20.md
                """.formatted(ingress.line().line()));
        assertThat(Found.by("K20", ingress, objects("test", namespace("enabled"))))
                .isEmpty();
        assertThat(Found.by("K20", balancer("target-type", "instance"), objects("test", namespace("disabled"))))
                .isEmpty();
    }

    @Test
    void ingress_without_a_host_is_refused() {
        var ingress = objects(
                "ingress",
                new IngressBuilder(ingress("web"))
                        .editSpec()
                        .editFirstRule()
                        .withHost(null)
                        .endRule()
                        .endSpec()
                        .build());

        assertThat(Found.by("K27", ingress))
                .isEqualTo("""
                error[K27] The Ingress `test/web` has a rule without a host, so it answers to any name.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: name the host in each rule; a workload's has it: .exposedAt(at(zone.host("test"), certificate))
                   see: docs/checks/K27.md
                """.formatted(ingress.line().line()));
        assertThat(Found.by("K27", balancer())).isEmpty();
    }

    @Test
    void name_in_dns_that_no_rule_answers_to_is_refused() {
        var named = objects("ingress", dns("web.example.org"));

        assertThat(Found.by("K27", named)).isEqualTo("""
                error[K27] The Ingress `test/web` gets the name `web.example.org` in DNS, and answers to `web.example.com` only.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: leave the annotation of external-dns out: it takes the names of the rules
                   see: docs/checks/K27.md
                """.formatted(named.line().line()));
        assertThat(Found.by("K27", objects("ingress", dns("web.example.com")))).isEmpty();
    }

    @Test
    void redirect_to_a_port_without_tls_is_refused() {
        var ingress = balancer("listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 8443}]", "ssl-redirect", "443");

        assertThat(Found.by("K28", ingress))
                .isEqualTo("""
                error[K28] The Ingress `test/web` sends browsers to port 443, and does not listen there by HTTPS.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: `alb.ingress.kubernetes.io/listen-ports: [{"HTTP":80},{"HTTPS":443}]`
                   see: docs/checks/K28.md
                """.formatted(ingress.line().line()));
        assertThat(Found.by(
                        "K28",
                        balancer(
                                "listen-ports",
                                "[{\"HTTP\": 80}, {\"HTTPS\": 443}]",
                                "ssl-redirect",
                                "443",
                                "ssl-policy",
                                MODERN)))
                .isEmpty();
    }

    @Test
    void plain_text_for_the_internet_and_old_tls_are_refused() {
        var plain = balancer("scheme", "internet-facing");
        var old = balancer("listen-ports", SECURE);

        assertThat(Found.by("K28", plain)).isEqualTo("""
                error[K28] The Ingress `test/web` serves the Internet in plain text: it does not listen by HTTPS.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: let it listen on 443 and send browsers there, as .exposedAt(at(host, certificate)) does
                   see: docs/checks/K28.md
                """.formatted(plain.line().line()));
        assertThat(Found.by("K28", balancer("scheme", "internal"))).isEmpty();
        assertThat(Found.by("K28", old)).isEqualTo("""
                error[K28] The Ingress `test/web` listens by HTTPS with the policy `ELBSecurityPolicy-2016-08`, which allows versions of TLS before 1.2.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: `alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06`
                   see: docs/checks/K28.md
                """.formatted(old.line().line()));
        assertThat(Found.by("K28", balancer("listen-ports", SECURE, "ssl-policy", MODERN)))
                .isEmpty();
    }

    @Test
    void health_check_of_another_path_than_readiness_is_refused() {
        var web = web(15, 45);
        var ingress = balancer("healthcheck-path", "/ok");

        assertThat(Found.by("K31", web, ingress))
                .isEqualTo("""
                error[K31] The load balancer of the Ingress `test/web` asks `/ok` whether a pod serves, and Kubernetes asks `/health`.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: `alb.ingress.kubernetes.io/healthcheck-path: /health`
                   see: docs/checks/K31.md
                """.formatted(ingress.line().line()));
        assertThat(Found.by("K31", web, balancer("healthcheck-path", "/health")))
                .isEmpty();
        assertThat(Found.by("K31", web, balancer())).contains("asks `/` whether a pod serves");
    }

    @Test
    void load_balancer_of_pods_that_never_say_they_are_ready_is_refused() {
        var ingress = balancer();
        var mute = new DeploymentBuilder(deployment("/"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .withReadinessProbe(null)
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();

        assertThat(Found.by("K31", objects("web", mute, service()), ingress))
                .isEqualTo("""
                error[K31] The Ingress `test/web` sends requests to the Deployment `test/web`, whose pods have no readiness probe over HTTP: they get some before they can answer.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: say what to ask, as in .withReadinessProbe(http("/health"))
                   see: docs/checks/K31.md
                """.formatted(ingress.line().line()));
    }

    @Test
    void load_balancers_of_one_name_are_refused_unless_they_are_one() {
        var first = objects("first", ingress("first", "load-balancer-name", "shop-web"));
        var second = objects("second", ingress("second", "load-balancer-name", "shop-web"));

        assertThat(Found.by("X30", first, second))
                .isEqualTo("""
                error[X30] The Ingress `test/second` names its load balancer `shop-web`, and so does the Ingress `test/first`: a region has each name once.
                    at: platform `shop` > objects `second`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: give one of them another name, or let both share a load balancer, as in at(…).inGroup("public")
                   see: docs/checks/X30.md
                """.formatted(second.line().line()));
        assertThat(Found.by(
                        "X30",
                        objects("first", ingress("first", "load-balancer-name", "shop-web", "group.name", "shop")),
                        objects("second", ingress("second", "load-balancer-name", "shop-web", "group.name", "shop"))))
                .isEmpty();
    }

    @Test
    void name_of_a_load_balancer_that_aws_does_not_take_is_refused() {
        var tooLong = balancer("load-balancer-name", "a".repeat(33));

        assertThat(Found.by("X30", tooLong))
                .isEqualTo("""
                error[X30] The Ingress `test/web` names its load balancer `%s`, 33 characters long: AWS takes 1 to 32 letters, digits and hyphens, no hyphen first or last, and not `internal-` first.
                    at: platform `shop` > objects `ingress`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: shorten the names that it is composed of: platform, environment and part
                   see: docs/checks/X30.md
                """.formatted("a".repeat(33), tooLong.line().line()));
        assertThat(Found.by("X30", balancer("load-balancer-name", "a".repeat(32))))
                .isEmpty();
        assertThat(Found.by("X30", balancer("group.name", "a".repeat(64)))).contains("64 characters long");
        assertThat(Found.by("X30", balancer("group.name", "a".repeat(63)))).isEmpty();
    }

    @Test
    void network_policies_that_the_plugin_ignores_are_refused() {
        var cni = terraform("cni", addon("{}"));
        var policies = objects("policies", policy("10.0.0.0/20"));

        assertThat(Found.by("X21", cni, policies))
                .isEqualTo("""
                error[X21] The platform has network policies, and the add-on `vpc-cni` is not told to enforce them: they would be accepted and ignored.
                    at: platform `shop` > terraform `cni`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: leave its configuration as it is without withAddonConfiguration, or add `"enableNetworkPolicy":"true"`
                   see: docs/checks/X21.md
                """.formatted(cni.line().line()));
        assertThat(Found.by("X21", cni)).isEmpty();
        assertThat(Found.by("X21", terraform("cni", addon("{\"enableNetworkPolicy\": \"true\"}")), policies))
                .isEmpty();
    }

    @Test
    void network_policy_for_a_whole_network_is_refused() {
        var subnets = terraform(
                "subnets",
                Resource.of("aws_subnet", "a").with("cidr_block", "10.0.0.0/20"),
                Resource.of("aws_subnet", "b").with("cidr_block", "10.0.16.0/20"));
        var wide = objects("wide", policy("10.0.0.0/8"));

        assertThat(Found.by("X26", subnets, wide))
                .isEqualTo("""
                error[X26] The NetworkPolicy `test/web` is about `10.0.0.0/8`, and no subnet of the platform has these addresses.
                    at: platform `shop` > objects `wide`   (ExposureChecksTest.java:%s)
                    in: staging
                  mend: name the subnets that are meant: 10.0.0.0/20, 10.0.16.0/20; a workload's own policy has those of its databases and its load balancer
                   see: docs/checks/X26.md
                """.formatted(wide.line().line()));
        assertThat(Found.by("X26", subnets, objects("narrow", policy("10.0.16.0/20"))))
                .isEmpty();
        assertThat(Found.by("X26", subnets, objects("anywhere", policy("0.0.0.0/0"))))
                .isEmpty();
    }

    private static Part fast() {
        return balancer("target-type", "ip", "target-group-attributes", "deregistration_delay.timeout_seconds=45");
    }

    private static Custom balancer(String... annotations) {
        return objects("ingress", ingress("web", annotations));
    }

    private static Ingress ingress(String name, String... annotations) {
        var ingress = new IngressBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("alb")
                .addNewRule()
                .withHost("web.example.com")
                .withNewHttp()
                .addNewPath()
                .withPath("/")
                .withPathType("Prefix")
                .withNewBackend()
                .withNewService()
                .withName("web")
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule()
                .endSpec();
        for (int i = 0; i < annotations.length; i += 2) {
            ingress.editMetadata()
                    .addToAnnotations("alb.ingress.kubernetes.io/" + annotations[i], annotations[i + 1])
                    .endMetadata();
        }
        return ingress.build();
    }

    private static Ingress dns(String name) {
        return new IngressBuilder(ingress("web"))
                .editMetadata()
                .addToAnnotations("external-dns.alpha.kubernetes.io/hostname", name)
                .endMetadata()
                .build();
    }

    private static Custom web(long sleep, long grace) {
        var deployment = new DeploymentBuilder(deployment("/health"))
                .editSpec()
                .editTemplate()
                .editSpec()
                .withTerminationGracePeriodSeconds(grace)
                .editFirstContainer()
                .withNewLifecycle()
                .withNewPreStop()
                .withNewSleep(sleep)
                .endPreStop()
                .endLifecycle()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
        return objects("web", deployment, service());
    }

    private static Deployment deployment(String ready) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(45L)
                .addNewContainer()
                .withName("web")
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath(ready)
                .withPort(new IntOrString(8080))
                .endHttpGet()
                .endReadinessProbe()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private static Service service() {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .addToSelector("app", "web")
                .endSpec()
                .build();
    }

    private static Namespace namespace(String gates) {
        return new NamespaceBuilder()
                .withNewMetadata()
                .withName("test")
                .addToLabels("elbv2.k8s.aws/pod-readiness-gate-inject", gates)
                .endMetadata()
                .build();
    }

    private static Resource addon(String configuration) {
        return Resource.of("aws_eks_addon", "cni")
                .with("addon_name", "vpc-cni")
                .with("configuration_values", configuration);
    }

    private static NetworkPolicy policy(String cidr) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("test")
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .addNewEgress()
                .addNewTo()
                .withNewIpBlock()
                .withCidr(cidr)
                .endIpBlock()
                .endTo()
                .endEgress()
                .endSpec()
                .build();
    }
}
