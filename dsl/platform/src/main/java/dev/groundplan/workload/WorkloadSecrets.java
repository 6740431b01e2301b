package dev.groundplan.workload;

import static dev.groundplan.eks.SecretReader.secretReader;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import java.util.LinkedHashMap;
import java.util.List;

/** The way of a workload's secrets: all of them in one Secret of the workload's name, by the names of its variables. */
final class WorkloadSecrets {

    private final Pod pod;
    private final List<SecretEntry> secrets;

    WorkloadSecrets(Pod pod) {
        this.pod = pod;
        this.secrets = pod.secrets();
    }

    Elements expand(Site site) {
        var entries = new LinkedHashMap<String, SecretReference>();
        secrets.forEach(secret -> entries.put(secret.key(), secret.reference()));
        var reader = secretReader(pod.name(), pod.namespace(), pod.placement());
        var elements = reader.expand(site, entries.sequencedValues())
                .with(pod.placement(), reader.externalSecret(pod.name(), entries));
        for (var secret : secrets) {
            elements = elements.withDetail(secret.reference().parameter().path(), secret.detail());
        }
        return elements;
    }
}
