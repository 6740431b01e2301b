package dev.groundplan.monitoring;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.files.YamlText;
import java.io.IOException;
import java.util.List;

/**
 * Alertmanager's configuration as a template of External Secrets: the secrets' places are the template's actions, and what
 * Alertmanager reads as templates of its own is escaped.
 *
 * @see <a href="https://external-secrets.io/latest/guides/templating/">External Secrets: templates</a>
 */
final class AlertmanagerText {

    private static final String MARK = "secret-of-receiver-";

    private final AlertRouting routing;

    AlertmanagerText(AlertRouting routing) {
        this.routing = routing;
    }

    /** Returns the key that the receiver's secret has in the template. */
    static String key(Receiver receiver) {
        return receiver.name().replace('-', '_');
    }

    /** Returns the template: what External Secrets writes has the secrets as quoted texts, whatever characters they have. */
    String template() {
        var text = YamlText.of(this::write).replace("{{", "{{ \"{{\" }}");
        for (var receiver : routing.receivers().values()) {
            var field = receiver.secretField() + ": ";
            text = text.replace(
                    field + MARK + receiver.name() + "\n", field + "{{ .%s | toJson }}\n".formatted(key(receiver)));
        }
        return text;
    }

    private void write(JsonGenerator yaml) throws IOException {
        yaml.writeStartObject();
        route(yaml);
        inhibitions(yaml);
        yaml.writeArrayFieldStart("receivers");
        yaml.writeStartObject();
        yaml.writeStringField("name", Receiver.NOBODY);
        yaml.writeEndObject();
        for (var receiver : routing.receivers().values()) {
            receiver(yaml, receiver);
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private void route(JsonGenerator yaml) throws IOException {
        yaml.writeObjectFieldStart("route");
        yaml.writeStringField("receiver", routing.others().map(Receiver::name).orElse(Receiver.NOBODY));
        texts(yaml, "group_by", List.of("namespace", "alertname"));
        yaml.writeStringField("group_wait", "30s");
        yaml.writeStringField("group_interval", "5m");
        yaml.writeStringField("repeat_interval", "4h");
        yaml.writeArrayFieldStart("routes");
        heartbeat(yaml);
        branch(yaml, Receiver.NOBODY, "alertname = \"InfoInhibitor\"");
        yaml.writeEndObject();
        for (var entry : routing.bySeverity().entrySet()) {
            branch(
                    yaml,
                    entry.getValue().name(),
                    "severity = \"%s\"".formatted(entry.getKey().label()));
            yaml.writeEndObject();
        }
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private void heartbeat(JsonGenerator yaml) throws IOException {
        branch(yaml, routing.heartbeat().map(Receiver::name).orElse(Receiver.NOBODY), "alertname = \"Watchdog\"");
        if (routing.heartbeat().isPresent()) {
            yaml.writeStringField("group_wait", "0s");
            yaml.writeStringField("group_interval", "1m");
            yaml.writeStringField("repeat_interval", "1m");
        }
        yaml.writeEndObject();
    }

    private static void branch(JsonGenerator yaml, String receiver, String matcher) throws IOException {
        yaml.writeStartObject();
        yaml.writeStringField("receiver", receiver);
        texts(yaml, "matchers", List.of(matcher));
    }

    private static void inhibitions(JsonGenerator yaml) throws IOException {
        yaml.writeArrayFieldStart("inhibit_rules");
        inhibition(yaml, "severity = \"critical\"", "severity =~ \"warning|info\"", List.of("namespace", "alertname"));
        inhibition(yaml, "severity = \"warning\"", "severity = \"info\"", List.of("namespace", "alertname"));
        inhibition(yaml, "alertname = \"InfoInhibitor\"", "severity = \"info\"", List.of("namespace"));
        yaml.writeEndArray();
    }

    private static void inhibition(JsonGenerator yaml, String source, String target, List<String> equal)
            throws IOException {
        yaml.writeStartObject();
        texts(yaml, "source_matchers", List.of(source));
        texts(yaml, "target_matchers", List.of(target));
        texts(yaml, "equal", equal);
        yaml.writeEndObject();
    }

    private static void receiver(JsonGenerator yaml, Receiver receiver) throws IOException {
        yaml.writeStartObject();
        yaml.writeStringField("name", receiver.name());
        yaml.writeArrayFieldStart(receiver.integration());
        yaml.writeStartObject();
        yaml.writeStringField(receiver.secretField(), MARK + receiver.name());
        for (var setting : receiver.settings().entrySet()) {
            yaml.writeStringField(setting.getKey(), setting.getValue());
        }
        yaml.writeBooleanField("send_resolved", true);
        yaml.writeEndObject();
        yaml.writeEndArray();
        yaml.writeEndObject();
    }

    private static void texts(JsonGenerator yaml, String key, List<String> texts) throws IOException {
        yaml.writeArrayFieldStart(key);
        for (var text : texts) {
            yaml.writeString(text);
        }
        yaml.writeEndArray();
    }
}
