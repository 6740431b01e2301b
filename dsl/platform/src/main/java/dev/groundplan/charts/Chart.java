package dev.groundplan.charts;

import dev.groundplan.facts.ChartFacts;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Helm chart in one version.
 *
 * @param name as its repository lists it
 * @param repository where it is kept
 * @param version exactly one version, such as {@code 3.13.1}; renders to {@code spec.chart.spec.version}, or to the
 *     {@code OCIRepository}'s {@code ref.tag}
 * @param facts what is known of it, if anything is
 */
public record Chart(String name, ChartRepository repository, String version, Optional<ChartFacts> facts) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile(
            "v?(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");

    /** Refuses a name that charts do not have, and a range of versions, with an {@link IllegalArgumentException}. */
    public Chart {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a chart: write lower-case letters, digits, `-`, `_` and `.`, as in chart(\"metrics-server\", …)."
                            .formatted(name));
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no exact version of the chart `%s`: what runs would change without a change here. Write three numbers, as in \"3.13.1\"."
                            .formatted(version, name));
        }
    }

    /**
     * Returns a chart, with the facts that Groundplan brings about it, if it knows this chart of this repository in this
     * version.
     *
     * @throws IllegalArgumentException if the name is none, or the version is not exact
     */
    public static Chart chart(String name, ChartRepository repository, String version) {
        var chart = new Chart(name, repository, version, Optional.empty());
        var known = ChartFacts.known(name, version)
                .filter(facts -> facts.repository().equals(repository.address()));
        return new Chart(name, repository, chart.version(), known);
    }

    /**
     * Returns this chart with facts of your own about it: its releases are then checked like those of the charts that
     * Groundplan knows.
     *
     * @param ofChart facts of this chart in this version; {@code docs/guides/charts.md} has the form
     * @throws IllegalArgumentException if they are facts of another chart or version
     */
    public Chart withFacts(ChartFacts ofChart) {
        if (!ofChart.isOf(name, version)) {
            throw new IllegalArgumentException(
                    "These are facts of %s, and the chart is %s %s: write facts of this version."
                            .formatted(ofChart, name, version));
        }
        return new Chart(name, repository, version, Optional.of(ofChart));
    }
}
