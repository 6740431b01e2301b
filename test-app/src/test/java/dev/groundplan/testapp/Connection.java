package dev.groundplan.testapp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that is kept, as a balancer keeps one, and that tries nothing twice. */
final class Connection implements AutoCloseable {
    /**
     * @param status of HTTP
     * @param last whether the service asked for a new connection
     */
    record Answer(int status, boolean last) {}

    private final Socket socket;
    private final InputStream input;

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    static Connection to(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        socket.setTcpNoDelay(true);
        return new Connection(socket);
    }

    static boolean answers(int port, String path) {
        try (var connection = to(port)) {
            return connection.get(path).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Answer get(String path) throws IOException {
        var request = "GET " + path + " HTTP/1.1\r\nHost: test-app\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        boolean last = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var field = header.toLowerCase(Locale.ROOT);
            last |= field.equals("connection: close");
            length = field.startsWith("content-length: ") ? Integer.parseInt(field.substring(16)) : length;
        }
        input.skipNBytes(length);
        return new Answer(status, last);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = input.read(); read != '\n'; read = input.read()) {
            if (read < 0) {
                throw new IOException(
                        "the service on port %d closed the connection before its answer".formatted(socket.getPort()));
            }
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
