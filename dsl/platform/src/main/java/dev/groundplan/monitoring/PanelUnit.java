package dev.groundplan.monitoring;

/**
 * What the numbers of a panel are.
 *
 * @see <a href="https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#unit">Grafana: units</a>
 */
public enum PanelUnit {
    /** How many. */
    COUNT("short"),
    /** Requests in a second. */
    REQUESTS_PER_SECOND("reqps"),
    /** A share, 0 to 1, shown as a percentage. */
    SHARE("percentunit"),
    /** A time in seconds. */
    SECONDS("s"),
    /** Memory or disk in bytes, shown in powers of 1024. */
    BYTES("bytes");

    private final String id;

    PanelUnit(String id) {
        this.id = id;
    }

    /** Returns what Grafana calls it. */
    String id() {
        return id;
    }
}
