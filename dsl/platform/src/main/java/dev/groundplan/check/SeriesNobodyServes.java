package dev.groundplan.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.files.NearestName;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds rules and dashboards that read a series of an app which the app does not serve. */
final class SeriesNobodyServes implements ElementsCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return RunApp.in(platform).stream()
                .flatMap(app -> app.contract().offers().series().stream()
                        .flatMap(served -> problems(platform, app, new TreeSet<>(served))))
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, RunApp app, SortedSet<String> served) {
        var jobs = Services.of(platform, app.pods()).stream()
                .map(service -> service.object().getMetadata().getName())
                .toList();
        return platform.kubernetes().stream()
                .flatMap(placed -> expressions(placed.object())
                        .flatMap(expression -> SeriesSelector.in(expression).stream())
                        .filter(selector -> isOf(selector, app, jobs))
                        .map(SeriesSelector::name)
                        .filter(name -> !isMadeByPrometheus(name) && !served.contains(name))
                        .distinct()
                        .map(name -> problem(app, placed, name, served)));
    }

    /** Prometheus calls the job as the Service. */
    private static boolean isOf(SeriesSelector selector, RunApp app, List<String> jobs) {
        var namespace = app.pods().namespace();
        return jobs.contains(selector.labels().get("job"))
                && selector.labels().getOrDefault("namespace", namespace).equals(namespace);
    }

    /**
     * What Prometheus says of each target, and what rules record: that has a {@code :} in its name.
     *
     * @see <a href="https://prometheus.io/docs/concepts/jobs_instances/">Prometheus: jobs and instances</a>
     */
    private static boolean isMadeByPrometheus(String name) {
        return name.equals("up") || name.startsWith("scrape_") || name.startsWith("ALERTS") || name.contains(":");
    }

    private static Stream<String> expressions(HasMetadata object) {
        return switch (object) {
            case PrometheusRule rules
            when rules.getSpec() != null ->
                rules.getSpec().getGroups().stream()
                        .flatMap(group -> group.getRules().stream())
                        .filter(rule -> rule.getExpr() != null)
                        .map(rule -> String.valueOf(rule.getExpr().getValue()));
            case ConfigMap map
            when isDashboard(map) -> map.getData().values().stream().flatMap(SeriesNobodyServes::inPanels);
            default -> Stream.empty();
        };
    }

    private static boolean isDashboard(ConfigMap map) {
        var labels = Objects.requireNonNullElse(map.getMetadata().getLabels(), new TreeMap<String, String>());
        return labels.containsKey("grafana_dashboard") && map.getData() != null;
    }

    private static Stream<String> inPanels(String dashboard) {
        try {
            return JSON.readTree(dashboard).findValues("expr").stream().map(JsonNode::asText);
        } catch (JsonProcessingException e) {
            // Grafana passes over what is no JSON, and so reads no series by it.
            return Stream.empty();
        }
    }

    private static Problem problem(RunApp app, PlacedObject placed, String name, SortedSet<String> served) {
        return new Problem(
                "K38",
                "The %s reads the series `%s` of `%s`, and the app does not serve it (%s)."
                        .formatted(placed.label(), name, app.contract().app(), app.annotation("metrics")),
                placed.from().place(),
                NearestName.to(name, served)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse(
                                "read what it serves, as in .withMetrics(http().withRequests(\"…\")), or let the app serve it and say so"));
    }
}
