package dev.groundplan.monitoring;

/**
 * What a service measures of its pool of connections.
 *
 * @param active how many are in use
 * @param most how many there may be
 * @param waiting how many callers wait for one
 */
public record ConnectionPool(MetricName active, MetricName most, MetricName waiting) {

    /**
     * Returns the pool that these gauges measure, such as {@code db_pool_connections_active},
     * {@code db_pool_connections_max} and {@code db_pool_waiting}.
     *
     * @throws IllegalArgumentException if one of them is no {@link MetricName}
     */
    public static ConnectionPool connectionPool(String active, String most, String waiting) {
        return new ConnectionPool(new MetricName(active), new MetricName(most), new MetricName(waiting));
    }
}
