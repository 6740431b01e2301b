package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Running running = Running.start(
            Running.withoutDatabase(),
            "server.idle-connection-timeout",
            "PT1S",
            "server.idle-connection-period",
            "PT0.2S",
            "stalled-after",
            "PT1S");

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
    void headers_beyond_the_limit_are_refused() throws IOException {
        var answer = running.client().exchange("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(16_385));
        assertThat(answer).startsWith("HTTP/1.1 4").contains("Connection: close");
        assertAnswersStill();
    }

    @Test
    void request_line_beyond_the_limit_is_refused() throws IOException {
        var answer = running.client().exchange("GET /" + "x".repeat(4_096));
        assertThat(answer).startsWith("HTTP/1.1 4");
        assertAnswersStill();
    }

    @Test
    void bodies_beyond_the_limit_are_refused_whether_announced_or_in_chunks() throws IOException {
        var announced = running.client().exchange("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 65537\r\n\r\n");
        assertThat(announced).startsWith("HTTP/1.1 413 ");
        var chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        var chunked = running.client()
                .exchange("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(3)
                        + "0\r\n\r\n");
        assertThat(chunked).startsWith("HTTP/1.1 4");
        assertAnswersStill();
    }

    @Test
    void what_is_no_http_is_refused() throws IOException {
        for (var bytes : new String[] {
            "\r\n\r\n\r\n",
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"
        }) {
            assertThat(running.client().exchange(bytes)).as(bytes).matches("(?s)(HTTP/1.1 4.*)?");
        }
        assertAnswersStill();
    }

    @Test
    void half_closed_connection_still_gets_its_answer() throws IOException {
        try (var socket = running.client().socket()) {
            write(socket, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void silent_and_slow_clients_are_let_go() throws IOException {
        for (var start : new String[] {
            "",
            "GET / HT",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123"
        }) {
            try (var socket = running.client().socket()) {
                write(socket, start);
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .as(start)
                        .matches("(?s)(HTTP/1.1 4.*)?");
            }
        }
        assertAnswersStill();
    }

    @Test
    void broken_connections_leave_neither_sockets_nor_requests_behind() throws IOException {
        assertAnswersStill();
        long before = sockets();
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < 200; i++) {
            var socket = running.client().socket();
            write(socket, i % 2 == 0 ? "GET / HTTP/1.1\r\nHo" : "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            sockets.add(socket);
        }
        for (var socket : sockets) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
        Deadline.within(SOON, "no more sockets than before", () -> sockets() <= before + 2);
        Deadline.within(SOON, "the scrape alone", () -> running.metric("http_requests_in_flight") == 1);
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

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Linux tells; elsewhere the count of requests has to do. */
    private static long sockets() throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(HttpTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
