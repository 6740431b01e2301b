package dev.groundplan.testapp;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.metrics.api.Counter;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.metrics.api.Tag;
import io.helidon.metrics.api.Timer;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Counts, times and logs each request, and asks clients for a new connection once the service drains. */
final class Requests implements Filter {
    private static final Duration[] BUCKETS = IntStream.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);
    private static final double[] NO_QUANTILES = {};
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry meters;
    private final BooleanSupplier draining;
    private final AtomicInteger inFlight = new AtomicInteger();

    Requests(MeterRegistry meters, BooleanSupplier draining) {
        this.meters = meters;
        this.draining = draining;
        meters.getOrCreate(Gauge.builder("http_requests_in_flight", inFlight::get)
                .description("Requests that are being answered"));
    }

    int inFlight() {
        return inFlight.get();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var trace = Trace.of(request.headers());
        long started = System.nanoTime();
        inFlight.incrementAndGet();
        response.header(Trace.HEADER, trace.id());
        if (draining.getAsBoolean() || hasBody(request)) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        try {
            chain.proceed();
        } finally {
            inFlight.decrementAndGet();
            record(request, response, trace, System.nanoTime() - started);
        }
        closeIfAnnounced(response);
    }

    /** Helidon 4.5.0 sends {@code Connection: close} and reads on: helidon#12324. The answer is on its way by now. */
    private static void closeIfAnnounced(RoutingResponse response) {
        if (response.headers().containsToken(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("as the answer said");
        }
    }

    /** No endpoint takes a body, so none is waited for, and the connection is closed before it is taken for a request. */
    private static boolean hasBody(RoutingRequest request) {
        return request.headers().contains(HeaderNames.TRANSFER_ENCODING)
                || request.headers().contentLength().orElse(0) > 0;
    }

    /** Probes and scrapes are the platform's own traffic: they are neither counted nor logged. */
    private void record(RoutingRequest request, RoutingResponse response, Trace trace, long nanos) {
        var path = request.prologue().uriPath().path();
        if (path.startsWith("/observe/")) {
            return;
        }
        var method = request.prologue().method().text();
        int status = response.status().code();
        count(
                List.of(
                        Tag.create("method", METHODS.contains(method) ? method : "other"),
                        Tag.create("route", Service.ROUTES.contains(path) ? path : "other"),
                        Tag.create("status", Integer.toString(status))),
                nanos);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("method", method);
        fields.put("path", path);
        fields.put("status", status);
        fields.put("micros", TimeUnit.NANOSECONDS.toMicros(nanos));
        fields.put("client", request.remotePeer().host());
        fields.put("trace_id", trace.id());
        JsonLog.event(Service.ACCESS, "request", fields);
    }

    private void count(List<Tag> tags, long nanos) {
        meters.getOrCreate(Counter.builder("http_requests_total")
                        .description("Requests that were answered")
                        .tags(tags))
                .increment();
        meters.getOrCreate(Timer.builder("http_request_duration")
                        .description("Time from the request's headers to the end of its answer")
                        .percentiles(NO_QUANTILES)
                        .buckets(BUCKETS)
                        .tags(tags))
                .record(nanos, TimeUnit.NANOSECONDS);
    }
}
