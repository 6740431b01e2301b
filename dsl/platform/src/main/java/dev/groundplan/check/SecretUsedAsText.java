package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PartPlace;
import dev.groundplan.files.JsonText;
import dev.groundplan.kubernetes.ManifestText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds references to secrets that were pressed into a text: what would run is the reference's name, not the secret. */
final class SecretUsedAsText implements ElementsCheck {

    /** What {@code SecretReference.toString()} gives. */
    private static final Pattern MARK = Pattern.compile("secret\\((/[A-Za-z0-9_./-]+)\\)");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var inTerraform = platform.terraform().stream()
                .flatMap(placed ->
                        problems(placed.element().toString(), JsonText.of(placed.element()::writeTo), placed.from()));
        var inKubernetes = platform.kubernetes().stream()
                .flatMap(placed -> problems(placed.label(), text(placed.object()), placed.from()));
        return Stream.concat(inTerraform, inKubernetes).toList();
    }

    /** Returns nothing for an object that cannot be written: {@link ManifestCannotBeWritten} says why. */
    private static String text(HasMetadata object) {
        try {
            return ManifestText.of(object);
        } catch (IllegalArgumentException cannotBeWritten) {
            return "";
        }
    }

    private static Stream<Problem> problems(String element, String text, PartPlace from) {
        return MARK.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(mark -> problem(element, mark, from));
    }

    private static Problem problem(String element, String mark, PartPlace from) {
        var parameter = mark.substring("secret(".length(), mark.length() - 1);
        return new Problem(
                "P05",
                "The secret kept in `%s` is used as a text in %s, and nobody here knows its value."
                        .formatted(parameter, element),
                from.of(mark),
                "give the reference itself to what takes one, as in .withEnv(\"PASSWORD\", login.password()) or .withSecretFile(\"/etc/app/password\", login.password())");
    }
}
