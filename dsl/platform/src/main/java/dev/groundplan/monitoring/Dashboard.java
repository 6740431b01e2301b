package dev.groundplan.monitoring;

import dev.groundplan.files.JsonText;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A page of Grafana: panels in rows, over the same time. Renders to JSON in a {@code ConfigMap} that Grafana's sidecar finds
 * by the label {@code grafana_dashboard} and puts into a folder.
 *
 * @see <a href="https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/">Grafana:
 *     JSON model</a>
 */
public final class Dashboard {

    /** Grafana's own limit. */
    private static final Pattern UID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final String uid;
    private final String title;
    private final List<Row> rows;

    private Dashboard(String uid, String title, List<Row> rows) {
        this.uid = uid;
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    /** Panels beside each other, three to a line, under a heading. */
    record Row(String title, List<Panel> panels) {}

    /**
     * Returns a page without panels.
     *
     * @param uid what links to it are made of: at most 40 lower-case letters, digits and hyphens, and no other page has it
     * @throws IllegalArgumentException if the uid is none
     */
    public static Dashboard dashboard(String uid, String title) {
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no uid of a dashboard: write at most 40 lower-case letters, digits and hyphens, as in dashboard(\"orders\", \"Orders\")."
                            .formatted(uid));
        }
        return new Dashboard(uid, title, List.of());
    }

    /** Returns this page with a row of panels below the others. */
    public Dashboard withRow(String heading, Panel... panels) {
        var more = new ArrayList<>(rows);
        more.add(new Row(heading, List.of(panels)));
        return new Dashboard(uid, title, more);
    }

    /** Returns the page as Grafana reads it. */
    public String json() {
        return JsonText.of(generator -> new DashboardJson(generator).write(this));
    }

    /**
     * Returns the page as an object that Grafana's sidecar finds, {@code <uid>-dashboard}.
     *
     * @param namespace where the object is; the sidecar looks into all of them
     * @param folder the folder of Grafana that shows it
     */
    public ConfigMap configMap(String namespace, String folder) {
        return new ConfigMapBuilder()
                .withMetadata(MonitoringObjects.literal(uid + "-dashboard", namespace, uid))
                .editMetadata()
                .addToLabels("grafana_dashboard", "1")
                .addToAnnotations("grafana_folder", folder)
                .endMetadata()
                .addToData(uid + ".json", json())
                .build();
    }

    String uid() {
        return uid;
    }

    String title() {
        return title;
    }

    List<Row> rows() {
        return rows;
    }
}
