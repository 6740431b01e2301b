package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.SecretReader;
import dev.groundplan.facts.PrivateImages;
import dev.groundplan.facts.RegistryLogin;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecretBuilder;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Images that are pulled with accounts: one Secret of the form that the kubelet logs in with. */
record Pulling(String workload, List<RegistryAccount> accounts, SourceLine line) implements Aspect {

    private static final String OPTION = "pulledWith";

    Pulling {
        accounts = List.copyOf(accounts);
        for (int i = 1; i < accounts.size(); i++) {
            refuseTwice(accounts.get(i), accounts.subList(0, i));
        }
    }

    @Override
    public List<PartReference> references() {
        return passwords().stream()
                .map(password -> new PartReference(password.keptBy(), OPTION, line))
                .toList();
    }

    @Override
    public void adjust(PodTemplateSpec template) {
        template.getSpec().setImagePullSecrets(List.of(new LocalObjectReference(secret())));
    }

    @Override
    public Elements expand(WorkloadForm<?> form, Site site) {
        var elements = Elements.none().withDetail(secret(), new SourceDetail(OPTION, line));
        for (var account : accounts) {
            var images = new PrivateImages(
                    account.images(),
                    "the %s logs in for `%s`".formatted(form.id(), account.images()),
                    "pull it with that account as well: .pulledWith(…)");
            refuseForNone(images, form.pod());
            elements = elements.with(images, new RegistryLogin(form.namespace().name(), secret(), images));
            elements = elements.withDetail(account.password().parameter().path(), new SourceDetail(OPTION, line));
        }
        return elements;
    }

    List<SecretReference> passwords() {
        return accounts.stream().map(RegistryAccount::password).toList();
    }

    ExternalSecret externalSecret(SecretReader reader) {
        var entries = new LinkedHashMap<String, SecretReference>();
        for (int i = 0; i < accounts.size(); i++) {
            entries.put(entry(i), accounts.get(i).password());
        }
        return new ExternalSecretBuilder(reader.externalSecret(secret(), entries))
                .editSpec()
                .editTarget()
                .withNewTemplate()
                .withType("kubernetes.io/dockerconfigjson")
                .addToData(".dockerconfigjson", config())
                .endTemplate()
                .endTarget()
                .endSpec()
                .build();
    }

    private String secret() {
        return workload + "-registry";
    }

    /** A template of External Secrets; the grammar of images and users leaves nothing in it to escape. */
    private String config() {
        return IntStream.range(0, accounts.size())
                .mapToObj(i -> "\"%s\":{\"auth\":\"{{ printf \"%%s:%%s\" \"%s\" .%s | b64enc }}\"}"
                        .formatted(accounts.get(i).key(), accounts.get(i).user(), entry(i)))
                .collect(Collectors.joining(",", "{\"auths\":{", "}}"));
    }

    private static String entry(int account) {
        return "password" + (account + 1);
    }

    private static void refuseTwice(RegistryAccount account, List<RegistryAccount> earlier) {
        for (var other : earlier) {
            if (other.key().equals(account.key())) {
                throw new IllegalArgumentException(
                        "The kubelet takes one account for `%s`, and here are two, of `%s` and of `%s`: leave one out of pulledWith(…)."
                                .formatted(account.key(), other.user(), account.user()));
            }
        }
    }

    private static void refuseForNone(PrivateImages known, Pod pod) {
        var images = pod.containers().stream()
                .map(placed -> placed.settings().image().name())
                .toList();
        if (images.stream().noneMatch(known::have)) {
            throw new IllegalArgumentException(
                    "The %s logs in for images of `%s`, and runs none of them, but `%s`: leave the account out of pulledWith(…), or write how the names of its images begin."
                            .formatted(pod.id(), known.images(), String.join("`, `", images)));
        }
    }
}
