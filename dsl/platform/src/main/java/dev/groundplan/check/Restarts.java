package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Whether pods start anew when a Secret changes, by the annotations that Reloader follows.
 *
 * @see <a href="https://docs.stakater.com/reloader/1.4/reference/annotations.html">Reloader: annotations</a>
 */
final class Restarts {

    private static final List<String> ANY = List.of("reloader.stakater.com/auto", "secret.reloader.stakater.com/auto");

    /** Names of Secrets, with commas; each may be a regular expression. */
    private static final String NAMED = "secret.reloader.stakater.com/reload";

    private Restarts() {}

    static boolean follow(Pods pods, String secret) {
        return Stream.of(pods.object().getMetadata(), pods.template().getMetadata())
                .filter(Objects::nonNull)
                .map(ObjectMeta::getAnnotations)
                .filter(Objects::nonNull)
                .anyMatch(annotations -> follow(annotations, secret));
    }

    private static boolean follow(Map<String, String> annotations, String secret) {
        return ANY.stream().anyMatch(key -> "true".equals(annotations.get(key)))
                || Stream.of(annotations.getOrDefault(NAMED, "").split(",", -1))
                        .map(String::strip)
                        .anyMatch(name -> name.equals(secret) || isExpressionFor(secret, name));
    }

    private static boolean isExpressionFor(String secret, String name) {
        try {
            return secret.matches(name);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
