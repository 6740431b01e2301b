package dev.groundplan.monitoring;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a service measures, by the names that it uses: the one place that its alerts and its dashboard take them from.
 *
 * <p>A name that the service does not have makes an alert that never fires and a panel without a line, and no tool says so.
 */
public final class ServiceMetrics {

    private MetricName requests;
    private MetricName duration;
    private LabelName status = new LabelName("status");
    private LabelName route = new LabelName("route");
    private Optional<MetricName> inFlight = Optional.empty();
    private Optional<ConnectionPool> pool = Optional.empty();

    private ServiceMetrics(MetricName requests, MetricName duration) {
        this.requests = requests;
        this.duration = duration;
    }

    private ServiceMetrics(ServiceMetrics metrics) {
        this(metrics.requests, metrics.duration);
        status = metrics.status;
        route = metrics.route;
        inFlight = metrics.inFlight;
        pool = metrics.pool;
    }

    /**
     * Returns the names that are usual for a service of HTTP: the counter {@code http_requests_total} and the histogram
     * {@code http_request_duration_seconds}, both with the labels {@code status} and {@code route}, and the gauge
     * {@code http_requests_in_flight}.
     */
    public static ServiceMetrics http() {
        return new ServiceMetrics(
                        new MetricName("http_requests_total"), new MetricName("http_request_duration_seconds"))
                .withInFlight("http_requests_in_flight");
    }

    /**
     * Returns the names of a service with Spring Boot's metrics: the histogram {@code http_server_requests_seconds} and its
     * {@code _count}, with the labels {@code status} and {@code uri}. The service must be told to publish the buckets:
     * {@code management.metrics.distribution.percentiles-histogram.http.server.requests=true}.
     *
     * @see <a href="https://docs.spring.io/spring-boot/reference/actuator/metrics.html">Spring Boot: metrics</a>
     */
    public static ServiceMetrics springBoot() {
        return new ServiceMetrics(
                        new MetricName("http_server_requests_seconds_count"),
                        new MetricName("http_server_requests_seconds"))
                .withRouteLabel("uri");
    }

    /** Returns these metrics with another counter of answered requests; it has the labels of status and route. */
    public ServiceMetrics withRequests(String counter) {
        var copy = new ServiceMetrics(this);
        copy.requests = new MetricName(counter);
        return copy;
    }

    /** Returns these metrics with another histogram of the time of requests, in seconds, without {@code _bucket}. */
    public ServiceMetrics withDuration(String histogram) {
        var copy = new ServiceMetrics(this);
        copy.duration = new MetricName(histogram);
        return copy;
    }

    /** Returns these metrics with another gauge of the requests that are being answered. */
    public ServiceMetrics withInFlight(String gauge) {
        var copy = new ServiceMetrics(this);
        copy.inFlight = Optional.of(new MetricName(gauge));
        return copy;
    }

    /** Returns these metrics with another label for the status of an answer, which is three digits. */
    public ServiceMetrics withStatusLabel(String label) {
        var copy = new ServiceMetrics(this);
        copy.status = new LabelName(label);
        return copy;
    }

    /** Returns these metrics with another label for the route of a request. */
    public ServiceMetrics withRouteLabel(String label) {
        var copy = new ServiceMetrics(this);
        copy.route = new LabelName(label);
        return copy;
    }

    /** Returns these metrics with those of a pool of connections; without this call there is no panel and no alert of one. */
    public ServiceMetrics withPool(ConnectionPool connections) {
        var copy = new ServiceMetrics(this);
        copy.pool = Optional.of(connections);
        return copy;
    }

    /** Returns the names of all series that rules and dashboards may read of the service. */
    public SortedSet<String> series() {
        var names = new TreeSet<String>();
        names.add(requests.text());
        names.add(bucket().text());
        inFlight.ifPresent(gauge -> names.add(gauge.text()));
        pool.ifPresent(gauges -> {
            names.add(gauges.active().text());
            names.add(gauges.most().text());
            names.add(gauges.waiting().text());
        });
        return names;
    }

    MetricName requests() {
        return requests;
    }

    MetricName bucket() {
        return duration.with("_bucket");
    }

    LabelName status() {
        return status;
    }

    LabelName route() {
        return route;
    }

    Optional<MetricName> inFlight() {
        return inFlight;
    }

    Optional<ConnectionPool> pool() {
        return pool;
    }
}
