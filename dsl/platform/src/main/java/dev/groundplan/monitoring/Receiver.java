package dev.groundplan.monitoring;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.values.Name;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Who is told of alerts: a channel of Slack, a service of PagerDuty, an address on the web, a mailbox. What opens the way there
 * is a secret, and Groundplan only knows where it is kept.
 *
 * <p>A message has the summary and the description of each alert, and there is another one when all is well again.
 *
 * @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings">Alertmanager:
 *     receivers</a>
 */
public final class Receiver {

    /** The receiver that every configuration has, and that tells nobody. */
    static final String NOBODY = "nobody";

    private static final Pattern CHANNEL = Pattern.compile("#[a-z0-9_-]{1,79}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final String TEXT =
            "{{ range .Alerts }}{{ .Annotations.summary }}: {{ .Annotations.description }}{{ if .Annotations.runbook_url }} {{ .Annotations.runbook_url }}{{ end }}\n{{ end }}";

    private final Name name;
    private final String integration;
    private final String secretField;
    private final SecretReference secret;
    private final PartReference keeper;
    private final SequencedMap<String, String> settings;

    private Receiver(
            String name, Integration integration, SecretReference secret, SequencedMap<String, String> settings) {
        this.name = new Name(name);
        if (name.equals(NOBODY)) {
            throw new IllegalArgumentException(
                    "`nobody` can't be the name of a receiver: the one of that name tells nobody. Name it for who is told, as in \"on-call\".");
        }
        this.integration = integration.key();
        this.secretField = integration.secretField();
        this.secret = secret;
        this.keeper = PartReference.to(secret.keptBy(), "receiver `" + name + "`");
        this.settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }

    /** Where a receiver of one sort stands in Alertmanager's configuration, and which of its fields is the secret. */
    private record Integration(String key, String secretField) {}

    /**
     * Returns a channel of Slack.
     *
     * @param name what it is called in the routes
     * @param url where the address of the incoming webhook is kept
     * @param channel {@code #} and lower-case letters, digits, {@code _} and {@code -}
     * @throws IllegalArgumentException if the channel is none
     */
    public static Receiver slack(String name, SecretReference url, String channel) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no channel of Slack: write `#` and lower-case letters, digits, `_` and `-`, as in \"#alerts\"."
                            .formatted(channel));
        }
        var settings = new LinkedHashMap<String, String>();
        settings.put("channel", channel);
        settings.put("title", "[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} ({{ .CommonLabels.severity }})");
        settings.put("text", TEXT);
        return new Receiver(name, new Integration("slack_configs", "api_url"), url, settings);
    }

    /**
     * Returns a service of PagerDuty, told by the Events API v2.
     *
     * @param name what it is called in the routes
     * @param key where the integration key is kept
     */
    public static Receiver pagerDuty(String name, SecretReference key) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("description", "{{ .CommonLabels.alertname }}: {{ .CommonAnnotations.summary }}");
        settings.put("severity", "{{ if eq .CommonLabels.severity \"critical\" }}critical{{ else }}warning{{ end }}");
        return new Receiver(name, new Integration("pagerduty_configs", "routing_key"), key, settings);
    }

    /**
     * Returns an address that takes alerts as JSON.
     *
     * @param name what it is called in the routes
     * @param url where the address is kept
     */
    public static Receiver webhook(String name, SecretReference url) {
        return new Receiver(name, new Integration("webhook_configs", "url"), url, new LinkedHashMap<>());
    }

    /**
     * Returns a mailbox.
     *
     * @param name what it is called in the routes
     * @param to its address
     * @param server which takes the mail
     * @throws IllegalArgumentException if the address is none
     */
    public static Receiver email(String name, String to, MailServer server) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("to", address(to));
        settings.put("from", server.from());
        settings.put("smarthost", server.host());
        settings.put("auth_username", server.user());
        return new Receiver(name, new Integration("email_configs", "auth_password"), server.password(), settings);
    }

    /** Returns what it is called in the routes. */
    public String name() {
        return name.text();
    }

    /** Returns where the secret is kept that opens the way. */
    public SecretReference secret() {
        return secret;
    }

    @CanIgnoreReturnValue
    static String address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no address of a mailbox: write name, `@` and domain, as in \"alerts@example.com\"."
                            .formatted(text));
        }
        return text;
    }

    /** Returns the receiver's reference to the part that keeps its secret. */
    PartReference keeper() {
        return keeper;
    }

    /** Returns the key of the receiver's list in the configuration, such as {@code slack_configs}. */
    String integration() {
        return integration;
    }

    /** Returns the field of the receiver that is the secret, such as {@code api_url}. */
    String secretField() {
        return secretField;
    }

    /** Returns all other fields. */
    SequencedMap<String, String> settings() {
        return settings;
    }
}
