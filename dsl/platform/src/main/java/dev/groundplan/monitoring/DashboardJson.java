package dev.groundplan.monitoring;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.monitoring.Dashboard.Row;
import java.io.IOException;

/** Writes a dashboard in the model of Grafana 12: 24 columns, three panels to a line. */
final class DashboardJson {

    private static final int SCHEMA = 41;
    private static final int COLUMNS = 24;
    private static final int WIDTH = 8;
    private static final int HEIGHT = 8;

    private final JsonGenerator json;
    private int id;
    private int y;

    DashboardJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Dashboard dashboard) throws IOException {
        json.writeStartObject();
        json.writeStringField("uid", dashboard.uid());
        json.writeStringField("title", dashboard.title());
        json.writeBooleanField("editable", false);
        json.writeStringField("refresh", "30s");
        json.writeNumberField("schemaVersion", SCHEMA);
        json.writeStringField("timezone", "utc");
        json.writeObjectFieldStart("time");
        json.writeStringField("from", "now-6h");
        json.writeStringField("to", "now");
        json.writeEndObject();
        json.writeArrayFieldStart("panels");
        for (var row : dashboard.rows()) {
            write(row);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Row row) throws IOException {
        json.writeStartObject();
        head("row", row.title());
        json.writeBooleanField("collapsed", false);
        place(0, COLUMNS, 1);
        json.writeArrayFieldStart("panels");
        json.writeEndArray();
        json.writeEndObject();
        y++;
        int x = 0;
        for (var panel : row.panels()) {
            if (x == COLUMNS) {
                x = 0;
                y += HEIGHT;
            }
            write(panel, x);
            x += WIDTH;
        }
        y += HEIGHT;
    }

    private void write(Panel panel, int x) throws IOException {
        json.writeStartObject();
        head("timeseries", panel.title());
        datasource();
        place(x, WIDTH, HEIGHT);
        json.writeObjectFieldStart("fieldConfig");
        json.writeObjectFieldStart("defaults");
        json.writeStringField("unit", panel.unit().id());
        json.writeNumberField("min", 0);
        json.writeEndObject();
        json.writeArrayFieldStart("overrides");
        json.writeEndArray();
        json.writeEndObject();
        json.writeArrayFieldStart("targets");
        int number = 0;
        for (var line : panel.lines()) {
            write(line, "line" + ++number);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(Panel.Line line, String reference) throws IOException {
        json.writeStartObject();
        json.writeStringField("refId", reference);
        datasource();
        json.writeStringField("expr", line.expression().text());
        json.writeStringField("legendFormat", line.legend());
        json.writeEndObject();
    }

    private void head(String type, String title) throws IOException {
        json.writeNumberField("id", ++id);
        json.writeStringField("type", type);
        json.writeStringField("title", title);
    }

    private void place(int x, int width, int height) throws IOException {
        json.writeObjectFieldStart("gridPos");
        json.writeNumberField("x", x);
        json.writeNumberField("y", y);
        json.writeNumberField("w", width);
        json.writeNumberField("h", height);
        json.writeEndObject();
    }

    /** The chart kube-prometheus-stack makes a source of this uid. */
    private void datasource() throws IOException {
        json.writeObjectFieldStart("datasource");
        json.writeStringField("type", "prometheus");
        json.writeStringField("uid", "prometheus");
        json.writeEndObject();
    }
}
