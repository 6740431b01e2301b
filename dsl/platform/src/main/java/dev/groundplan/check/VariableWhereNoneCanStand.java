package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.files.JsonText;
import dev.groundplan.kubernetes.Substitution;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds cluster variables where nobody replaces them, or where what is read of the object must be known now. */
final class VariableWhereNoneCanStand implements ElementsCheck {

    /** What tells an object from others, or others find it by. */
    private static final Pattern IDENTITY = Pattern.compile("apiVersion|kind|metadata\\.(?:name|namespace)");

    private static final Pattern LABELS = Pattern.compile(
            "(?:.*\\.)?(?:labels|matchLabels|nodeSelector|selector|podSelector|namespaceSelector|matchExpressions)\\b.*");

    /** {@link ClusterVariable#reference}, as JSON writes it. */
    private static final Pattern MARK_IN_JSON = Pattern.compile("(?i)\\\\ufdd0([a-z0-9_]+)\\\\ufdd1");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var inKubernetes = VariableUse.all(platform).stream()
                .flatMap(use -> why(use, platform).map(why -> problem(use, why)).stream());
        var inTerraform = platform.terraform().stream().flatMap(VariableWhereNoneCanStand::problems);
        return Stream.concat(inKubernetes, inTerraform).toList();
    }

    private record Why(String reason, String mend) {}

    private static Optional<Why> why(VariableUse use, ExpandedPlatform platform) {
        var known = "write a value that is known now, or name the thing yourself in Terraform";
        var path = use.text().path();
        if (use.text().isKey()) {
            return Optional.of(new Why("a key must be known now", known));
        }
        if (IDENTITY.matcher(path).matches()) {
            return Optional.of(new Why("a name, which the file is called by too, must be known now", known));
        }
        if (LABELS.matcher(path).matches() && !path.startsWith("spec.values.")) {
            return Optional.of(new Why("labels and what selects by them must be known now", known));
        }
        if (Substitution.isSwitchedOff(use.placed().object())) {
            return Optional.of(new Why(
                    "the object tells Flux to leave its texts alone",
                    "take away `kustomize.toolkit.fluxcd.io/substitute: disabled`"));
        }
        return Capabilities.applied(platform).stream()
                        .anyMatch(applied -> applied.covers(use.placed().placement()))
                ? Optional.empty()
                : Optional.of(new Why(
                        "Flux does not apply that object",
                        "give the platform Flux: .with(flux(cluster, sync(\"https://…\", \"main\")))"));
    }

    private static Problem problem(VariableUse use, Why why) {
        return new Problem(
                "X31",
                "The %s uses the cluster variable `%s` at `%s`, and nothing can be put there: %s."
                        .formatted(use.who(), use.key(), use.place(), why.reason()),
                use.placed().from().place(),
                why.mend());
    }

    private static Stream<Problem> problems(PlacedTerraform placed) {
        return MARK_IN_JSON
                .matcher(JsonText.of(placed.element()::writeTo))
                .results()
                .map(mark -> mark.group(1))
                .distinct()
                .map(key -> new Problem(
                        "X31",
                        "`%s` uses the reference of the cluster variable `%s`, which stands for its value in Kubernetes only."
                                .formatted(placed.element().address(), key),
                        placed.from().place(),
                        "write the expression itself: variable.value()"));
    }
}
