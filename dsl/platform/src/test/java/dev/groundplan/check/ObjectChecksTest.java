package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.facts.Capability.namespace;
import static dev.groundplan.facts.Installed.installed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.TestParts;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.flux.HelmRelease;
import dev.groundplan.workload.contract.Dekorate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Pods against the Services, Secrets and ConfigMaps that are named beside them, and probes against what they ask. */
class ObjectChecksTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
                  containers:
                  - name: web
                    image: ghcr.io/acme/web:1.0.0
                    ports:
                    - {name: http, containerPort: 8080}
                    env:
                    - {name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
                    readinessProbe: {httpGet: {path: /health, port: http}}
                    livenessProbe: {httpGet: {path: /live, port: http}}
            """;

    @Test
    void liveness_probe_that_asks_what_the_app_calls_an_endpoint_of_the_database_is_refused() {
        var part = app(DEPLOYMENT.replace("path: /live", "path: '/health?full=1'"));

        assertThat(Found.by("K32", part))
                .isEqualTo(told(
                        "K32",
                        part,
                        "The livenessProbe of the Deployment `shop/web` asks `/health?full=1`, which fails while the database is away (contracts/test-app/kubernetes.yml, `app.groundplan.dev/database-endpoints`): Kubernetes would kill all pods again and again, and none would help.",
                        "ask what answers without the database: .withLivenessProbe(http(\"/observe/health/live\"))"));
        assertThat(Found.by("K32", app(DEPLOYMENT.replace("path: /live", "path: /observe/health/live"))))
                .isEmpty();
    }

    @Test
    void probes_that_ask_the_same_where_the_app_says_that_it_needs_no_database_are_no_problem() {
        var same = DEPLOYMENT.replace("path: /live", "path: /").replace("path: /health", "path: /");

        assertThat(Found.by("K32", app(same))).isEmpty();
        assertThat(Found.by("K32", web(same))).isNotEmpty();
    }

    @Test
    void liveness_probe_like_the_readiness_probe_of_a_container_with_a_secret_is_refused() {
        var same = DEPLOYMENT.replace("path: /live", "path: /health");
        var part = web(same);

        assertThat(Found.by("K32", part))
                .isEqualTo(
                        told(
                                "K32",
                                part,
                                "The livenessProbe of the container `web` of the Deployment `shop/web` asks the same as its readinessProbe (`/health`), and the container is given the Secret `db`: while what that opens is away, Kubernetes would kill all pods again and again, and none would help.",
                                "ask what answers as long as the process does: .withLivenessProbe(http(\"/live\")); or let the app say which paths fail without the database (`app.groundplan.dev/database-endpoints`)"));
        assertThat(Found.by("K32", web(DEPLOYMENT))).isEmpty();
        assertThat(Found.by(
                        "K32",
                        web(same.replace(
                                "livenessProbe: {httpGet: {path: /health, port: http",
                                "livenessProbe: {httpGet: {path: /health, port: 9090"))))
                .isEmpty();
        assertThat(Found.by(
                        "K32",
                        web(same.replace("valueFrom: {secretKeyRef: {name: db, key: password}}", "value: none"))))
                .isEmpty();
    }

    @Test
    void workload_that_selects_other_pods_than_it_starts_is_refused() {
        var part =
                web(DEPLOYMENT.replace("selector: {matchLabels: {app: web}}", "selector: {matchLabels: {app: wbe}}"));

        assertThat(Found.by("K10", part))
                .isEqualTo(told(
                        "K10",
                        part,
                        "The Deployment `shop/web` starts pods with the labels `app=web`, `tier=front`, and selects others (`app=wbe`): the API server refuses it.",
                        "let `spec.selector.matchLabels` be among the labels of `spec.template.metadata`"));
        assertThat(Found.by("K10", web(DEPLOYMENT))).isEmpty();
    }

    @Test
    void service_that_sends_to_no_pods_is_refused_unless_others_start_some() {
        var part = web(DEPLOYMENT, service("{app: wbe}", "{port: 80, targetPort: http}"));

        assertThat(Found.by("K10", part))
                .isEqualTo(told(
                        "K10",
                        part,
                        "The Service `shop/web` sends to pods with the label `app=wbe`, and nothing in its namespace starts any.",
                        "the pods of the Deployment `shop/web` have the labels `app=web`, `tier=front`"));
        assertThat(Found.by("K10", web(DEPLOYMENT, service("{app: web}", "{port: 80, targetPort: http}"))))
                .isEmpty();
        assertThat(Found.by("K10", part, objects("chart", release("shop")))).isEmpty();
        assertThat(Found.by("K10", part, objects("chart", release("other")))).isNotEmpty();
        assertThat(Found.by("K10", part, installed("legacy").bringing(namespace("shop"))))
                .isEmpty();
    }

    @Test
    void service_that_sends_to_a_port_which_no_container_has_is_refused() {
        var part = web(DEPLOYMENT, service("{app: web}", "{port: 80, targetPort: htpp}"));

        assertThat(Found.by("K24", part))
                .isEqualTo(told(
                        "K24",
                        part,
                        "The Service `shop/web` sends to the port `htpp` of the pods of the Deployment `shop/web`, whose containers have `http`, `8080`.",
                        "did you mean `targetPort: http`?"));
        assertThat(Found.by("K24", web(DEPLOYMENT, service("{app: web}", "{port: 80}"))))
                .contains("sends to the port `80` of the pods");
        assertThat(Found.by(
                        "K24",
                        web(DEPLOYMENT, service("{app: web}", "{port: 80, targetPort: http}, {name: b, port: 8080}"))))
                .isEmpty();
    }

    @Test
    void port_that_no_container_says_is_a_problem_only_by_name() {
        var silent = DEPLOYMENT.replace("ports:\n        - {name: http, containerPort: 8080}", "ports: []");

        assertThat(Found.by("K24", web(silent, service("{app: web}", "{port: 80, targetPort: 8080}"))))
                .isEmpty();
        assertThat(Found.by("K24", web(silent, service("{app: web}", "{port: 80, targetPort: http}"))))
                .contains("whose containers have no port.")
                .contains("name the port of the container: .withPort(\"http\", port(8080))");
    }

    @Test
    void pods_behind_a_service_that_nobody_asks_whether_they_are_ready_are_refused() {
        var service = service("{app: web}", "{port: 80, targetPort: http}");
        var part = web(DEPLOYMENT.replace("readinessProbe", "startupProbe"), service);

        assertThat(Found.by("K18", part))
                .isEqualTo(
                        told(
                                "K18",
                                part,
                                "The Service `shop/web` sends requests to the container `web` of the Deployment `shop/web`, which has no readiness probe: it gets some before it can answer, and while it no longer can.",
                                "say what to ask, as in .withReadinessProbe(http(\"/health\")), or .withReadinessProbe(tcp()) where there is nothing better"));
        assertThat(Found.by("K18", web(DEPLOYMENT, service))).isEmpty();
        assertThat(Found.by("K18", web(DEPLOYMENT.replace("readinessProbe", "startupProbe"))))
                .isEmpty();
    }

    @Test
    void readiness_probe_at_a_port_that_the_container_does_not_have_is_refused() {
        var service = service("{app: web}", "{port: 80, targetPort: http}");
        var part = web(DEPLOYMENT.replace("path: /health, port: http", "path: /health, port: 8081"), service);

        assertThat(Found.by("K18", part))
                .isEqualTo(told(
                        "K18",
                        part,
                        "The readinessProbe of the container `web` of the Deployment `shop/web` asks the port `8081`, which the container does not have: its pods would never be ready.",
                        "ask the port that is served: `http`"));
        assertThat(Found.by(
                        "K18",
                        web(DEPLOYMENT.replace("path: /health, port: http", "path: /health, port: 8080"), service)))
                .isEmpty();
    }

    @Test
    void key_that_an_external_secret_does_not_make_is_refused() {
        var part = web(DEPLOYMENT, external("db", "passwrd", "Opaque"));

        assertThat(Found.by("K04", part))
                .isEqualTo(told(
                        "K04",
                        part,
                        "The Deployment `shop/web` reads `password` of the Secret `shop/db` (env `PASSWORD`), which has only `passwrd`: its pods would never start.",
                        "did you mean `passwrd`?"));
        assertThat(Found.by("K04", web(DEPLOYMENT, external("db", "password", "Opaque"))))
                .isEmpty();
    }

    @Test
    void secret_that_nothing_makes_is_refused_unless_others_may_make_it() {
        var part = web(DEPLOYMENT, external("dbs", "password", "Opaque"));

        assertThat(Found.by("K04", part))
                .isEqualTo(told(
                        "K04",
                        part,
                        "The Deployment `shop/web` reads the Secret `shop/db` (env `PASSWORD`), and nothing makes it: its pods would never start.",
                        "did you mean `dbs`?"));
        assertThat(Found.by("K04", part, objects("chart", release("shop")))).isEmpty();
        assertThat(Found.by("K04", web(DEPLOYMENT.replace("key: password}", "key: password, optional: true}"))))
                .isEmpty();
    }

    @Test
    void secret_that_images_are_pulled_with_must_be_made() {
        var pulled = DEPLOYMENT.replace(
                "      containers:", "      imagePullSecrets: [{name: registry}]\n      containers:");
        var part = web(pulled, external("db", "password", "Opaque"));

        assertThat(Found.by("K04", part))
                .isEqualTo(
                        told(
                                "K04",
                                part,
                                "The Deployment `shop/web` reads the Secret `shop/registry` (imagePullSecrets), and nothing makes it: its pods would never start.",
                                "let the platform make it, as in .pulledWith(registryAccount(\"ghcr.io/acme\", \"acme-bot\", parameters.secret(\"registry/ghcr\")))"));
        assertThat(Found.by(
                        "K04", web(pulled.replace("name: registry", "name: db"), external("db", "password", "Opaque"))))
                .isEmpty();
    }

    @Test
    void config_map_of_a_volume_or_of_a_whole_environment_must_have_what_is_read() {
        var mounted = DEPLOYMENT
                .replace("key: password}", "key: password, optional: true}")
                .replace(
                        "      containers:",
                        "      volumes: [{name: conf, configMap: {name: conf, items: [{key: a.conf, path: a}]}}]\n      containers:");
        var whole = DEPLOYMENT.replace("env:\n", "envFrom: [{configMapRef: {name: conf}}]\n        env:\n");

        assertThat(Found.by("K04", web(mounted)))
                .contains(
                        "The Deployment `shop/web` reads the ConfigMap `shop/conf` (volume `conf`), and nothing makes it")
                .contains("add the ConfigMap, as in .withConfigFile(\"/etc/shop/shop.conf\", text)");
        assertThat(Found.by("K04", web(mounted, map("b.conf"))))
                .contains("reads `a.conf` of the ConfigMap `shop/conf` (volume `conf`), which has only `b.conf`");
        assertThat(Found.by("K04", web(mounted, map("a.conf")))).isEmpty();
        assertThat(Found.by("K04", web(whole, external("db", "password", "Opaque"))))
                .contains("reads the ConfigMap `shop/conf` (envFrom)");
        assertThat(Found.by("K04", web(whole, external("db", "password", "Opaque"), map("x"))))
                .isEmpty();
    }

    @Test
    void secret_of_a_type_that_is_misspelt_is_refused() {
        var part = web(DEPLOYMENT, external("db", "password", "opaque"));

        assertThat(Found.by("K05", part))
                .isEqualTo(told(
                        "K05",
                        part,
                        "The ExternalSecret `shop/reader` makes a Secret of the type `opaque`, which nobody knows.",
                        "did you mean `Opaque`?"));
        assertThat(Found.by("K05", web(DEPLOYMENT, external("db", "password", "kubernetes.io/tls"))))
                .isEmpty();
        assertThat(Found.by("K05", web(DEPLOYMENT, external("db", "password", "acme.example.com/licence"))))
                .isEmpty();
        assertThat(
                        Found.by(
                                "K05",
                                objects(
                                        "web",
                                        object(
                                                Secret.class,
                                                "{kind: Secret, metadata: {name: tls, namespace: shop}, type: kubernetes.io/tsl}"))))
                .contains("did you mean `kubernetes.io/tls`?");
    }

    private static Service service(String selector, String ports) {
        return object(Service.class, """
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: %s, ports: [%s]}
                """.formatted(selector, ports));
    }

    private static ExternalSecret external(String name, String key, String type) {
        return object(ExternalSecret.class, """
                kind: ExternalSecret
                metadata: {name: reader, namespace: shop}
                spec: {target: {name: %s, template: {type: %s}}, data: [{secretKey: %s, remoteRef: {key: /shop/x}}]}
                """.formatted(name, type, key));
    }

    private static ConfigMap map(String key) {
        return object(
                ConfigMap.class,
                "{kind: ConfigMap, metadata: {name: conf, namespace: shop}, data: {%s: x}}".formatted(key));
    }

    private static HelmRelease release(String namespace) {
        return object(
                HelmRelease.class,
                "{kind: HelmRelease, metadata: {name: chart, namespace: flux-system}, spec: {targetNamespace: %s}}"
                        .formatted(namespace));
    }

    private static Custom app(String deployment) {
        return TestParts.part(
                "objects",
                "web",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), object(Deployment.class, deployment))
                        .with(new ContractOf(Dekorate.fromDekorate("test-app"), "shop", "web")));
    }

    private static Custom web(String deployment, HasMetadata... others) {
        var all = new ArrayList<HasMetadata>();
        all.add(object(Deployment.class, deployment));
        all.addAll(List.of(others));
        return objects("web", all.toArray(HasMetadata[]::new));
    }

    private static <T extends HasMetadata> T object(Class<T> kind, String yaml) {
        return new ObjectMapper().convertValue(new Yaml().load(yaml), kind);
    }

    private static String told(String check, Custom part, String what, String mend) {
        return """
                error[%s] %s
                    at: platform `shop` > objects `web`   (%s)
                    in: staging
                  mend: %s
                   see: docs/checks/%s.md
                """.formatted(check, what, part.line(), mend, check);
    }
}
