package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

final class HttpTest {
    private final Running running = Running.start(Running.withoutDatabase());

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void root_says_name_and_version() {
        var root = running.client().get("/");
        assertThat(root.statusCode()).isEqualTo(200);
        assertThat(root.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(root.body()).isEqualTo("{\"name\":\"test-app\",\"version\":\"0.1.0\"}");
    }

    @Test
    void health_is_down_and_every_probe_but_readiness_is_up_without_a_database() {
        assertThat(running.client().get("/health").body()).isEqualTo("DOWN");
        assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
        assertThat(running.client().status("/observe/health/started")).isEqualTo(200);
        assertThat(running.client().status("/observe/health/ready")).isEqualTo(503);
    }

    @Test
    void unknown_paths_are_not_found_and_are_counted_under_one_label() {
        for (var path : new String[] {"/nope", "/health/x", "/%2e%2e/etc/passwd", "/a%20b"}) {
            assertThat(running.client().status(path)).as(path).isEqualTo(404);
        }
        assertThat(running.metric("http_requests_total", "method=\"GET\"", "route=\"other\"", "status=\"404\""))
                .isEqualTo(4);
    }

    @Test
    void wrong_methods_are_told_the_right_ones() {
        for (var method : new String[] {"POST", "PUT", "DELETE", "PATCH", "HEAD", "TRACE", "BREW"}) {
            var response = running.client()
                    .send(running.client()
                            .request("/health")
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build());
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("GET");
        }
        assertThat(running.metric("http_requests_total", "method=\"other\"", "route=\"/health\"", "status=\"405\""))
                .as("TRACE and BREW")
                .isEqualTo(2);
    }

    @Test
    void trace_of_the_caller_is_kept_and_a_new_one_is_begun_otherwise() {
        var caller = "4bf92f3577b34da6a3ce929d0e0e4736";
        assertThat(traceOf("00-" + caller + "-00f067aa0ba902b7-01")).isEqualTo(caller);
        for (var bad : new String[] {
            "", "garbage", "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", "ff-" + caller + "-00f067aa0ba902b7-01"
        }) {
            assertThat(traceOf(bad)).as(bad).matches("[0-9a-f]{32}").isNotEqualTo(caller);
        }
    }

    @Test
    void access_log_tells_the_trace_that_was_answered_and_quotes_what_the_caller_wrote() {
        var caller = "4bf92f3577b34da6a3ce929d0e0e4736";
        try (var access = Logged.by("test-app.access", Level.INFO)) {
            assertThat(traceOf("00-" + caller + "-00f067aa0ba902b7-01")).isEqualTo(caller);
            var begun = traceOf("");
            assertThat(running.client().status("/%22,%22status%22:200%0A%5C%C3%A4%00"))
                    .isEqualTo(404);
            assertThat(running.client().status("/observe/health/live")).isEqualTo(200);
            var entries = access.lines().stream()
                    .map(line -> new Yaml().<Map<String, Object>>load(line))
                    .toList();
            assertThat(entries).hasSize(3);
            assertThat(entries.get(0)).containsEntry("path", "/").containsEntry("status", 200);
            assertThat(entries.get(0)).containsEntry("trace_id", caller);
            assertThat(entries.get(1)).containsEntry("trace_id", begun);
            assertThat(entries.get(2))
                    .containsEntry("path", "/\",\"status\":200\n\\ä\0")
                    .containsEntry("status", 404);
            assertThat(access.lines()).allMatch(line -> line.indexOf('\n') == line.length() - 1);
        }
    }

    @Test
    void headers_beyond_the_limit_are_refused() throws IOException {
        var answer = running.client().exchange("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(16_385));
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Connection: close");
        assertAnswersStill();
    }

    @Test
    void request_line_beyond_the_limit_is_refused() throws IOException {
        var answer = running.client().exchange("GET /" + "x".repeat(4_096));
        assertThat(answer).startsWith("HTTP/1.1 414 ");
        assertAnswersStill();
    }

    @Test
    void no_body_is_read_and_one_that_is_announced_as_beyond_the_limit_is_refused() throws IOException {
        var announced = running.client().exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n");
        assertThat(announced).startsWith("HTTP/1.1 413 ").contains("Connection: close");
        for (var body : new String[] {"Content-Length: 65536", "Transfer-Encoding: chunked"}) {
            assertThat(running.client().exchange("POST / HTTP/1.1\r\nHost: x\r\n" + body + "\r\n\r\n"))
                    .as(body)
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Connection: close");
        }
        assertAnswersStill();
    }

    @Test
    void what_is_no_http_1_1_is_refused() throws IOException {
        var statuses = Map.of(
                "GARBAGE\r\n\r\n", 400,
                "\r\n\r\n\r\n", 400,
                "\u0016\u0003\u0001\u0002\u0000\r\n\r\n", 400,
                "GET / HTTP/1.0\r\n\r\n", 505,
                "GET / HTTP/9.9\r\n\r\n", 400,
                "GET / HTTP/1.1\r\n\r\n", 400,
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400);
        for (var sent : statuses.entrySet()) {
            assertThat(running.client().exchange(sent.getKey()))
                    .as(sent.getKey())
                    .startsWith("HTTP/1.1 " + sent.getValue() + " ");
        }
        assertAnswersStill();
    }

    private String traceOf(String parent) {
        var answer = running.client()
                .send(running.client()
                        .request("/")
                        .header("traceparent", parent)
                        .build());
        return answer.headers().firstValue("Trace-Id").orElseThrow();
    }

    private void assertAnswersStill() {
        assertThat(running.client().status("/")).isEqualTo(200);
    }
}
