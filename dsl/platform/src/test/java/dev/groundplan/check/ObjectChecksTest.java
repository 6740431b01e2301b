package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.TestParts;
import dev.groundplan.TestParts.Custom;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.facts.ContractOf;
import dev.groundplan.workload.contract.Dekorate;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
