package dev.groundplan.testapp;

import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cuts connections whose client stopped within the headers of a request, or does not take its answer. Helidon 4.5.0
 * keeps no timeout on the channels that it accepts, so such a client would hold a connection for ever.
 */
final class StalledRequests implements Http1ConnectionListener, Filter, AutoCloseable {
    private record Wait(ConnectionContext connection, long until) {}

    /** By the thread of the connection: Helidon calls the listener and the filter on the one that it gave to it. */
    private final Map<Thread, Wait> waits = new ConcurrentHashMap<>();

    private final Duration headers;
    private final Duration answer;
    private final Thread watch =
            Thread.ofPlatform().daemon().name("stalled-requests").unstarted(this::watch);

    private StalledRequests(Duration headers, Duration answer) {
        this.headers = headers;
        this.answer = answer;
    }

    /**
     * @param headers from the first line of a request to the end of its headers
     * @param answer from there until the client took the answer
     */
    static StalledRequests cutAfter(Duration headers, Duration answer) {
        var stalled = new StalledRequests(headers, answer);
        stalled.watch.start();
        return stalled;
    }

    @Override
    public void prologue(ConnectionContext connection, HttpPrologue prologue) {
        await(connection, headers);
    }

    @Override
    public void headers(ConnectionContext connection, Headers complete) {
        await(connection, answer);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        try {
            chain.proceed();
        } finally {
            waits.remove(Thread.currentThread());
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void await(ConnectionContext connection, Duration patience) {
        waits.put(Thread.currentThread(), new Wait(connection, System.nanoTime() + patience.toNanos()));
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(headers.dividedBy(10));
                waits.forEach(this::cutIfStalled);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** A request that is refused before it is routed leaves its wait behind, to be forgotten here. */
    private void cutIfStalled(Thread thread, Wait wait) {
        var socket = wait.connection().serverSocket();
        boolean over = System.nanoTime() - wait.until() > 0;
        if ((over || !socket.isConnected()) && waits.remove(thread, wait)) {
            try {
                socket.close();
            } catch (RuntimeException closedMeanwhile) {
                // Its client broke off; the next ones are still to be watched.
            }
        }
    }
}
