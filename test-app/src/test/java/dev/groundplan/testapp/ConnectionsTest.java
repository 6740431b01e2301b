package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients that break off, stop, drip, half-close or do not listen. Each test shortens one time limit alone. */
final class ConnectionsTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String WITHIN_HEADERS = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ";

    @Test
    void answer_that_says_close_is_the_last_of_its_connection() throws IOException {
        var smuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
        try (var running = Running.start(Running.withoutDatabase());
                var access = Logged.by("test-app.access", Level.INFO)) {
            for (var request : List.of(
                    "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + smuggled,
                    "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: " + smuggled.length() + "\r\n\r\n" + smuggled,
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + smuggled.length() + "\r\n\r\n" + smuggled,
                    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n" + smuggled)) {
                assertThat(running.client().exchange(request))
                        .as(request)
                        .startsWith(request.startsWith("GET") ? "HTTP/1.1 200 OK" : "HTTP/1.1 405 ")
                        .contains("Connection: close")
                        .containsOnlyOnce("HTTP/1.1 ");
            }
            assertThat(access.lines()).hasSize(4).noneMatch(line -> line.contains("smuggled"));
        }
    }

    @Test
    void answer_arrives_though_the_body_is_not_read() throws Exception {
        var body = "x".repeat(0x8000);
        try (var running = Running.start(Running.withoutDatabase())) {
            for (var request : List.of(
                    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 32768\r\n\r\n" + body,
                    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + ("8000\r\n" + body + "\r\n").repeat(3) + "0\r\n\r\n")) {
                try (var socket = running.client().socket()) {
                    var sending = Thread.ofVirtual().start(() -> writeUntilCut(socket, request));
                    assertThat(new String(socket.getInputStream().readNBytes(17), StandardCharsets.ISO_8859_1))
                            .isEqualTo("HTTP/1.1 405 Meth");
                    assertThat(sending.join(SOON)).isTrue();
                }
            }
        }
    }

    @Test
    void half_closed_connections_get_the_status_that_they_deserve_and_leave_no_line_in_the_log() throws IOException {
        try (var running = Running.start(Running.withoutDatabase());
                var warnings = Logged.by("io.helidon", Level.INFO)) {
            assertThat(halfClosed(running, "")).isEmpty();
            assertThat(halfClosed(running, "GET / HT")).isEmpty();
            assertThat(halfClosed(running, WITHIN_HEADERS)).startsWith("HTTP/1.1 400 Bad Request");
            assertThat(halfClosed(running, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123"))
                    .startsWith("HTTP/1.1 405 Method Not Allowed");
            assertThat(halfClosed(running, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
            assertThat(warnings.lines()).isEmpty();
        }
    }

    @Test
    void client_that_stops_before_its_headers_is_cut_once_it_is_idle() throws IOException {
        try (var running = Running.start(
                Running.withoutDatabase(),
                "server.idle-connection-timeout",
                "PT1S",
                "server.idle-connection-period",
                "PT0.2S")) {
            assertThat(running.client().exchange("")).isEmpty();
            assertThat(running.client().exchange("GET / HT")).isEmpty();
            assertThat(running.client().exchange("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .as("kept, and then idle")
                    .startsWith("HTTP/1.1 200 OK")
                    .doesNotContain("Connection: close");
        }
    }

    @Test
    void client_that_stops_or_drips_within_its_headers_is_cut_even_after_another_broke_off_there() throws IOException {
        try (var running = Running.start(Running.withoutDatabase(), "stalled.headers", "PT0.5S")) {
            try (var broken = running.client().socket()) {
                write(broken, WITHIN_HEADERS);
                broken.setSoLinger(true, 0);
            }
            assertThat(running.client().exchange(WITHIN_HEADERS)).isEmpty();
            assertThat(running.client().exchange(WITHIN_HEADERS)).isEmpty();
            assertDrippingIsCut(running);
        }
    }

    @Test
    void client_that_asks_and_never_reads_is_cut() throws Exception {
        try (var running = Running.start(Running.withoutDatabase(), "stalled.answer", "PT0.5S");
                var deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), running.client().port()));
            var asking = Thread.ofVirtual().start(() -> askUntilCut(deaf));
            assertThat(asking.join(SOON)).as("cut").isTrue();
            Deadline.within(SOON, "the scrape alone", () -> running.metric("http_requests_in_flight") == 1);
        }
    }

    @Test
    void clients_that_go_away_leave_neither_threads_nor_sockets_nor_requests_behind() throws IOException {
        try (var running = Running.start(Running.withoutDatabase())) {
            assertThat(running.client().status("/")).isEqualTo(200);
            long socketsBefore = sockets();
            long threadsBefore = Threads.ofConnections();
            var sockets = new ArrayList<Socket>();
            for (int i = 0; i < 200; i++) {
                var socket = running.client().socket();
                write(socket, i % 2 == 0 ? WITHIN_HEADERS : "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                sockets.add(socket);
            }
            Deadline.within(SOON, "a thread for each", () -> Threads.ofConnections() >= threadsBefore + 200);
            for (int i = 0; i < 200; i++) {
                if (i % 4 < 2) {
                    sockets.get(i).setSoLinger(true, 0);
                    sockets.get(i).close();
                } else {
                    sockets.get(i).shutdownOutput();
                }
            }
            Deadline.within(SOON, "no more threads", () -> Threads.ofConnections() <= threadsBefore);
            for (var socket : sockets) {
                socket.close();
            }
            Deadline.within(SOON, "no more sockets", () -> sockets() <= socketsBefore);
            Deadline.within(SOON, "the scrape alone", () -> running.metric("http_requests_in_flight") == 1);
            assertThat(running.client().status("/")).isEqualTo(200);
        }
    }

    private static String halfClosed(Running running, String bytes) throws IOException {
        try (var socket = running.client().socket()) {
            write(socket, bytes);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertDrippingIsCut(Running running) throws IOException {
        try (var socket = running.client().socket()) {
            write(socket, WITHIN_HEADERS);
            socket.setSoTimeout(50);
            Deadline.within(SOON, "cut", () -> {
                try {
                    return socket.getInputStream().read() < 0;
                } catch (SocketTimeoutException stillThere) {
                    write(socket, "x");
                    return false;
                }
            });
        }
    }

    private static void writeUntilCut(Socket socket, String text) {
        try {
            write(socket, text);
        } catch (IOException cut) {
            // What matters is the answer, which came before.
        }
    }

    private static void askUntilCut(Socket socket) {
        try {
            while (true) {
                write(socket, "GET /observe/metrics HTTP/1.1\r\nHost: x\r\n\r\n");
            }
        } catch (IOException cut) {
            // What the test waits for.
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Linux tells; elsewhere the count of threads has to do. */
    private static long sockets() throws IOException {
        var descriptors = Path.of("/proc/self/fd");
        if (!Files.isDirectory(descriptors)) {
            return 0;
        }
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.filter(ConnectionsTest::isSocket).count();
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
