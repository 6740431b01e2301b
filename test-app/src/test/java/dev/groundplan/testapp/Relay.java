package dev.groundplan.testapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the service and its database, and can stop answering without closing anything. */
final class Relay implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean silent;

    private Relay(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static Relay to(int target) throws IOException {
        var relay = new Relay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(relay::accept);
        return relay;
    }

    /** A database that takes connections and never says a word. */
    static Relay toNobody() throws IOException {
        var relay = to(0);
        relay.silent = true;
        return relay;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** How many connections it has been asked for. */
    int taken() {
        return taken.get();
    }

    void silent(boolean now) {
        silent = now;
    }

    Settings between(Settings settings) {
        return new Settings(
                0,
                settings.host(),
                port(),
                settings.user(),
                settings.password(),
                settings.database(),
                settings.sslMode(),
                settings.rootCertificates());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                taken.incrementAndGet();
                open.add(client);
                if (!silent) {
                    var server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(server);
                    pump(client, server);
                    pump(server, client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                copy(from.getInputStream(), to.getOutputStream());
            } catch (IOException closed) {
                // One side went away; the other is closed with it.
            }
        });
    }

    private void copy(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            if (!silent) {
                to.write(buffer, 0, read);
            }
        }
    }
}
