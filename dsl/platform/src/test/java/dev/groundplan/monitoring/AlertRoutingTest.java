package dev.groundplan.monitoring;

import static dev.groundplan.monitoring.AlertRouting.everythingTo;
import static dev.groundplan.monitoring.Receiver.pagerDuty;
import static dev.groundplan.monitoring.Receiver.slack;
import static dev.groundplan.monitoring.Receiver.webhook;
import static dev.groundplan.monitoring.Severity.CRITICAL;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.describe.SecretReference;
import org.junit.jupiter.api.Test;

class AlertRoutingTest {

    private static final SecretReference SECRET =
            parameterStore("faceit", "/faceit").withSecret("receiver").secret("receiver");

    @Test
    void routes_are_a_template_whose_actions_are_the_secrets() {
        assertThat(new AlertmanagerText(everythingTo(slack("platform", SECRET, "#platform"))
                                .withSeverity(CRITICAL, pagerDuty("on-call", SECRET)))
                        .template())
                .isEqualTo("""
                        route:
                          receiver: platform
                          group_by:
                          - namespace
                          - alertname
                          group_wait: 30s
                          group_interval: 5m
                          repeat_interval: 4h
                          routes:
                          - receiver: nobody
                            matchers:
                            - alertname = "Watchdog"
                          - receiver: nobody
                            matchers:
                            - alertname = "InfoInhibitor"
                          - receiver: on-call
                            matchers:
                            - severity = "critical"
                        inhibit_rules:
                        - source_matchers:
                          - severity = "critical"
                          target_matchers:
                          - severity =~ "warning|info"
                          equal:
                          - namespace
                          - alertname
                        - source_matchers:
                          - severity = "warning"
                          target_matchers:
                          - severity = "info"
                          equal:
                          - namespace
                          - alertname
                        - source_matchers:
                          - alertname = "InfoInhibitor"
                          target_matchers:
                          - severity = "info"
                          equal:
                          - namespace
                        receivers:
                        - name: nobody
                        - name: on-call
                          pagerduty_configs:
                          - routing_key: {{ .on_call | toJson }}
                            description: "{{ "{{" }} .CommonLabels.alertname }}: {{ "{{" }} .CommonAnnotations.summary }}"
                            severity: '{{ "{{" }} if eq .CommonLabels.severity "critical" }}critical{{ "{{" }} else }}warning{{ "{{" }} end }}'
                            send_resolved: true
                        - name: platform
                          slack_configs:
                          - api_url: {{ .platform | toJson }}
                            channel: "#platform"
                            title: "[{{ "{{" }} .Status | toUpper }}] {{ "{{" }} .CommonLabels.alertname }} ({{ "{{" }} .CommonLabels.severity }})"
                            text: |-
                              {{ "{{" }} range .Alerts }}{{ "{{" }} .Annotations.summary }}: {{ "{{" }} .Annotations.description }}{{ "{{" }} if .Annotations.runbook_url }} {{ "{{" }} .Annotations.runbook_url }}{{ "{{" }} end }}
                              {{ "{{" }} end }}
                            send_resolved: true
                        """);
    }

    @Test
    void two_receivers_of_one_name_are_refused() {
        var routing = everythingTo(webhook("bridge", SECRET)).withHeartbeat(webhook("bridge", SECRET));

        assertThatThrownBy(routing::receivers)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There are two receivers called `bridge`: give one of them another name, or make it once and use it twice.");
    }

    @Test
    void receivers_that_are_none_are_refused() {
        assertThatThrownBy(() -> slack("platform", SECRET, "platform"))
                .hasMessage(
                        "`platform` is no channel of Slack: write `#` and lower-case letters, digits, `_` and `-`, as in \"#alerts\".");
        assertThatThrownBy(() -> webhook("nobody", SECRET))
                .hasMessage(
                        "`nobody` can't be the name of a receiver: the one of that name tells nobody. Name it for who is told, as in \"on-call\".");
        assertThatThrownBy(() -> new MailServer("smtp.example.com", "a@example.com", "user", SECRET))
                .hasMessage(
                        "`smtp.example.com` is no server of mail: write its name and port, as in \"smtp.example.com:587\".");
        assertThatThrownBy(() -> new MailServer("smtp.example.com:587", "alerts", "user", SECRET))
                .hasMessage(
                        "`alerts` is no address of a mailbox: write name, `@` and domain, as in \"alerts@example.com\".");
    }
}
