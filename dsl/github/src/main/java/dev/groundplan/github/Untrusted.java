package dev.groundplan.github;

import dev.groundplan.github.Expression.Reference;
import java.util.List;
import java.util.Optional;

/**
 * What somebody without any right in the repository may choose: inside a script it would be code.
 *
 * @see <a href="https://docs.github.com/en/actions/concepts/security/script-injections">Script injections</a>
 */
final class Untrusted {

    private static final List<String> OF_GITHUB = List.of("*", "event", "head_ref", "ref", "ref_name");

    private Untrusted() {}

    /** Returns the first such thing that the expression reads. */
    static Optional<String> in(Expression expression) {
        return expression.references().stream()
                .filter(Untrusted::isUntrusted)
                .findFirst()
                .map(Reference::toString);
    }

    private static boolean isUntrusted(Reference reference) {
        var path = reference.path();
        return switch (reference.context()) {
            case "inputs" -> true;
            case "github" -> path.size() == 1 || OF_GITHUB.contains(path.get(1));
            default -> false;
        };
    }
}
