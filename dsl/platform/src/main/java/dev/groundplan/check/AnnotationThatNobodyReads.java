package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds annotations for external-dns under a prefix that the installed version does not read. */
final class AnnotationThatNobodyReads implements ElementsCheck {

    private static final String OLD = "external-dns.alpha.kubernetes.io/";
    private static final String NEW = "external-dns.kubernetes.io/";

    /** The first version that reads the new prefix. */
    private static final int NEW_SINCE_MINOR = 22;

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return prefix(platform)
                .map(read -> platform.kubernetes().stream()
                        .flatMap(placed -> problems(placed, read))
                        .toList())
                .orElse(List.of());
    }

    /** The prefix that is read, if all releases read the same. */
    private static Optional<String> prefix(ExpandedPlatform platform) {
        var prefixes = InstalledChart.known(platform).stream()
                .filter(installed -> installed.facts().orElseThrow().chart().equals("external-dns"))
                .map(AnnotationThatNobodyReads::prefix)
                .distinct()
                .toList();
        return prefixes.size() == 1 ? Optional.of(prefixes.getFirst()) : Optional.empty();
    }

    private static String prefix(InstalledChart installed) {
        var version = installed.facts().orElseThrow().appVersion().split("\\.", -1);
        boolean isNew = !version[0].equals("0") || Integer.parseInt(version[1]) >= NEW_SINCE_MINOR;
        return installed.at("annotationPrefix").map(String::valueOf).orElse(isNew ? NEW : OLD);
    }

    private static Stream<Problem> problems(PlacedObject placed, String read) {
        return Optional.ofNullable(placed.object().getMetadata().getAnnotations()).map(Map::keySet).stream()
                .flatMap(keys -> keys.stream().sorted())
                .filter(key -> (key.startsWith(OLD) || key.startsWith(NEW)) && !key.startsWith(read))
                .map(key -> problem(placed, key, read));
    }

    private static Problem problem(PlacedObject placed, String key, String read) {
        return new Problem(
                "X17",
                "The %s has the annotation `%s`, and the external-dns of the platform reads those that begin with `%s`."
                        .formatted(placed.label(), key, read),
                placed.from().of(key),
                "write `%s%s`, or leave it out: hosts are taken from the Ingress"
                        .formatted(read, key.substring(key.indexOf('/') + 1)));
    }
}
