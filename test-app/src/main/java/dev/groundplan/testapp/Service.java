package dev.groundplan.testapp;

import io.helidon.config.Config;
import io.helidon.health.HealthCheckResponse;
import io.helidon.health.HealthCheckType;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.metrics.api.Gauge;
import io.helidon.metrics.api.MeterRegistry;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.observe.ObserveFeature;
import io.helidon.webserver.observe.health.HealthObserver;
import io.helidon.webserver.observe.metrics.MetricsObserver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** The running service: its routes, what it lets be observed, and how it ends. */
final class Service {
    static final Logger LOG = Logger.getLogger("test-app");
    static final Logger ACCESS = Logger.getLogger("test-app.access");
    static final Set<String> ROUTES = Set.of("/", "/health");

    private final Config tuning;
    private final Database database;
    private final Requests requests;
    private final StalledRequests stalled;
    private final WebServer server;
    private volatile boolean draining;

    private Service(Settings settings, Config tuning) {
        this.tuning = tuning;
        var meters = MeterRegistry.create();
        database = Database.of(settings, tuning.get("database"));
        requests = new Requests(meters, () -> draining);
        stalled = StalledRequests.cutAfter(time("stalled.headers"), time("stalled.answer"));
        server = WebServer.builder()
                .config(tuning.get("server"))
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .config(tuning.get("http"))
                        .addReceiveListener(stalled)
                        .build())
                .directHandlers(DirectHandlers.builder()
                        .addHandler(DirectHandler.EventType.INTERNAL_ERROR, new BrokenOff())
                        .build())
                .port(settings.port())
                .shutdownHook(false)
                .addFeature(observed(meters))
                .routing(this::route)
                .build();
    }

    static Service start(Settings settings, Config tuning) {
        var service = new Service(settings, tuning);
        service.server.start();
        if (!service.server.isRunning()) {
            service.database.close();
            throw new IllegalStateException("port " + settings.port() + " cannot be had; is another process on it?");
        }
        LOG.info("listening on port " + service.port());
        return service;
    }

    int port() {
        return server.port();
    }

    Database database() {
        return database;
    }

    /**
     * Readiness goes down while requests are still taken, so that a balancer can look away; then the listener closes,
     * running requests end, and last the pool.
     */
    void drain() {
        draining = true;
        LOG.info("draining");
        waitUntil(() -> false, "drain.notice");
        waitUntil(() -> requests.inFlight() == 0, "drain.grace");
        server.stop();
        stalled.close();
        closePool();
        LOG.info("drained");
    }

    /** A pool waits for connections that it is making; the end of the process is not to wait for a database that hangs. */
    private void closePool() {
        var closing = Thread.ofPlatform().daemon().name("closing").start(database::close);
        try {
            if (!closing.join(time("drain.close"))) {
                LOG.warning("the pool is left open, as it did not close in time");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void route(HttpRouting.Builder routing) {
        routing.addFilter(stalled)
                .addFilter(requests)
                .get("/", this::name)
                .get("/health", this::health)
                .any("/", Service::refuseMethod)
                .any("/health", Service::refuseMethod);
    }

    private void name(ServerRequest request, ServerResponse response) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", "test-app");
        fields.put("version", tuning.get("version").asString().get());
        response.header(HeaderValues.CONTENT_TYPE_JSON).send(JsonLog.json(fields));
    }

    private void health(ServerRequest request, ServerResponse response) {
        boolean up = database.answers();
        response.status(up ? Status.OK_200 : Status.INTERNAL_SERVER_ERROR_500).send(up ? "UP" : "DOWN");
    }

    private static void refuseMethod(ServerRequest request, ServerResponse response) {
        response.status(Status.METHOD_NOT_ALLOWED_405)
                .header(HeaderNames.ALLOW, "GET")
                .send();
    }

    private ObserveFeature observed(MeterRegistry meters) {
        pool(meters);
        var health = HealthObserver.builder()
                .useSystemServices(false)
                .details(true)
                .addCheck(up(() -> true), HealthCheckType.LIVENESS, "process")
                .addCheck(up(() -> true), HealthCheckType.STARTUP, "listener")
                .addCheck(up(() -> !draining && database.answers()), HealthCheckType.READINESS, "database")
                .build();
        return ObserveFeature.just(
                health, MetricsObserver.builder().meterRegistry(meters).build());
    }

    private void pool(MeterRegistry meters) {
        gauge(meters, "db_up", "1 when the last query was answered", () -> database.up() ? 1 : 0);
        gauge(meters, "db_pool_connections_max", "Connections that the pool may hold", database::limit);
        gauge(meters, "db_pool_connections_active", "In use", () -> database.pooled(p -> p.getActiveConnections()));
        gauge(meters, "db_pool_connections_idle", "Open and free", () -> database.pooled(p -> p.getIdleConnections()));
        gauge(
                meters,
                "db_pool_waiting",
                "Callers that wait",
                () -> database.pooled(p -> p.getThreadsAwaitingConnection()));
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Integer> value) {
        meters.getOrCreate(Gauge.builder(name, value).description(description));
    }

    private static Supplier<HealthCheckResponse> up(BooleanSupplier condition) {
        return () ->
                HealthCheckResponse.builder().status(condition.getAsBoolean()).build();
    }

    private void waitUntil(BooleanSupplier done, String name) {
        long end = System.nanoTime() + time(name).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Duration time(String name) {
        return tuning.get(name).as(Duration.class).get();
    }
}
