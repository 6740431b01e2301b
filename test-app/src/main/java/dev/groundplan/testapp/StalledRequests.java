package dev.groundplan.testapp;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts connections whose client began a request and stopped within its headers. Helidon 4.5.0 keeps no read timeout
 * on the channels it accepts, so such a client would hold a connection for ever.
 */
final class StalledRequests implements Http1ConnectionListener, AutoCloseable {
    private final Map<ConnectionContext, Long> begun = new ConcurrentHashMap<>();
    private final Duration patience;
    private final Thread watch =
            Thread.ofPlatform().daemon().name("stalled-requests").unstarted(this::watch);

    private StalledRequests(Duration patience) {
        this.patience = patience;
    }

    static StalledRequests cutAfter(Duration patience) {
        var stalled = new StalledRequests(patience);
        stalled.watch.start();
        return stalled;
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        begun.put(connection, System.nanoTime());
    }

    @Override
    public void headers(ConnectionContext connection, Headers headers) {
        begun.remove(connection);
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(patience.dividedBy(4));
                begun.forEach(this::cutIfStalled);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void cutIfStalled(ConnectionContext connection, long since) {
        if (System.nanoTime() - since > patience.toNanos() && begun.remove(connection, since)) {
            connection.serverSocket().close();
        }
    }
}
