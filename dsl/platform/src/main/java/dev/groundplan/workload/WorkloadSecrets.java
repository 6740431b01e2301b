package dev.groundplan.workload;

import static dev.groundplan.eks.SecretReader.secretReader;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The way of a workload's secrets: all that its containers read in one Secret of the workload's name, by the names of its
 * variables, and in another one what its images are pulled with.
 */
final class WorkloadSecrets {

    private final Pod pod;
    private final List<SecretEntry> secrets;
    private final Optional<Pulling> pulling;

    WorkloadSecrets(Pod pod) {
        this.pod = pod;
        this.secrets = pod.secrets();
        this.pulling = pod.aspect(Pulling.class);
    }

    Elements expand(Site site) {
        var read = new ArrayList<SecretReference>();
        secrets.stream().map(SecretEntry::reference).forEach(read::add);
        pulling.map(Pulling::passwords).ifPresent(read::addAll);
        if (read.isEmpty()) {
            return Elements.none();
        }
        var reader = secretReader(pod.name(), pod.namespace(), pod.placement());
        var elements = reader.expand(site, read);
        if (!secrets.isEmpty()) {
            elements = elements.with(pod.placement(), reader.externalSecret(pod.name(), entries()));
        }
        if (pulling.isPresent()) {
            elements = elements.with(pod.placement(), pulling.get().externalSecret(reader));
        }
        for (var secret : secrets) {
            elements = elements.withDetail(secret.reference().parameter().path(), secret.detail());
        }
        return elements;
    }

    private SequencedMap<String, SecretReference> entries() {
        var entries = new LinkedHashMap<String, SecretReference>();
        secrets.forEach(secret -> entries.put(secret.key(), secret.reference()));
        return entries;
    }
}
