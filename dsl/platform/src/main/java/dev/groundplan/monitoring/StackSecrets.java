package dev.groundplan.monitoring;

import static dev.groundplan.eks.SecretReader.secretReader;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.Namespace;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import dev.groundplan.kubernetes.externalsecrets.externalsecretspec.target.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The secrets of the stack, made by External Secrets from Parameter Store.
 *
 * @param namespace where they are wanted
 * @param grafanaPassword where the password of Grafana's user is kept
 * @param routing whose receivers have a secret each
 */
record StackSecrets(Namespace namespace, SecretReference grafanaPassword, AlertRouting routing) {

    static final String ALERTMANAGER = "alertmanager-configuration";
    static final String GRAFANA = "grafana-admin";
    static final String USER_KEY = "admin-user";
    static final String PASSWORD_KEY = "admin-password";

    private static final String READER = "monitoring";
    private static final String PASSWORD = "password";

    Elements expand(Site site, Placement placement) {
        var reader = secretReader(READER, namespace, placement);
        var all = new ArrayList<SecretReference>();
        all.add(grafanaPassword);
        all.addAll(byReceiver().values());
        var grafana = new LinkedHashMap<String, SecretReference>();
        grafana.put(PASSWORD, grafanaPassword);
        var elements = reader.expand(site, all)
                .with(
                        placement,
                        composed(reader.externalSecret(GRAFANA, grafana), login()),
                        composed(reader.externalSecret(ALERTMANAGER, byReceiver()), configuration()));
        for (var receiver : routing.receivers().values()) {
            elements = elements.withDetail(
                    receiver.secret().parameter().path(),
                    new SourceDetail(receiver.keeper().as(), receiver.keeper().line()));
        }
        return elements;
    }

    private SequencedMap<String, SecretReference> byReceiver() {
        var secrets = new LinkedHashMap<String, SecretReference>();
        routing.receivers()
                .values()
                .forEach(receiver -> secrets.put(AlertmanagerText.key(receiver), receiver.secret()));
        return secrets;
    }

    private static SequencedMap<String, String> login() {
        var data = new TreeMap<String, String>();
        data.put(USER_KEY, "admin");
        data.put(PASSWORD_KEY, "{{ .%s }}".formatted(PASSWORD));
        return data;
    }

    private SequencedMap<String, String> configuration() {
        var data = new TreeMap<String, String>();
        data.put("alertmanager.yaml", new AlertmanagerText(routing).template());
        return data;
    }

    private static ExternalSecret composed(ExternalSecret secret, SequencedMap<String, String> data) {
        return new ExternalSecretBuilder(secret)
                .editSpec()
                .editTarget()
                .withNewTemplate()
                .withEngineVersion(Template.EngineVersion.V2)
                .withData(data)
                .endTemplate()
                .endTarget()
                .endSpec()
                .build();
    }
}
