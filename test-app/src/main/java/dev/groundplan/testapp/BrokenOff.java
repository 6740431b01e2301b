package dev.groundplan.testapp;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;

/**
 * Answers requests that end before they can be routed. Helidon takes a client that breaks off within its headers for an
 * error of its own: 500, and a stack trace in the log for anybody who likes to fill it.
 */
final class BrokenOff implements DirectHandler {
    private static final DirectHandler HELIDON = DirectHandler.defaultHandler();

    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, String message) {
        return HELIDON.handle(request, EventType.BAD_REQUEST, Status.BAD_REQUEST_400, headers, message);
    }

    /** What is thrown while a request is answered is our error, and stays one. */
    @Override
    public TransportResponse handle(
            TransportRequest request, EventType type, Status status, ServerResponseHeaders headers, Throwable thrown) {
        return HELIDON.handle(request, type, status, headers, thrown);
    }
}
