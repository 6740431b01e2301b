package dev.groundplan.testing;

import com.fasterxml.jackson.databind.JsonNode;

/** How a Kubernetes object is called: {@code Deployment test/test-app}, {@code Namespace test}. */
final class ObjectTitle {

    private ObjectTitle() {}

    static String of(String kind, JsonNode metadata) {
        var namespace = metadata.path("namespace").asText();
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/")
                + metadata.path("name").asText();
    }
}
