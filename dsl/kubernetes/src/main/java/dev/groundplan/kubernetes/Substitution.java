package dev.groundplan.kubernetes;

import com.google.errorprone.annotations.CheckReturnValue;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the texts of an object are written, so that what stands in the cluster in the end is what was said.
 *
 * <p>Flux reads <code>${key}</code> anywhere in an object that it applies, keys and comments included, and puts a value for it;
 * two dollar signs mean one. So below Flux a literal dollar sign is doubled where it would mean something, and a reference to
 * a value is written as <code>${key}</code>.
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution">Flux: post build
 *     variable substitution</a>
 */
@CheckReturnValue
public final class Substitution {

    private static final Substitution NONE = new Substitution(Optional.empty(), Pattern.compile("(?!)"));
    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/substitute";

    private final Optional<Pattern> reference;
    private final Pattern special;

    private Substitution(Optional<Pattern> reference, Pattern special) {
        this.reference = reference;
        this.special = special;
    }

    /** Returns how texts are written where nobody replaces anything: as they are. */
    public static Substitution none() {
        return NONE;
    }

    /**
     * Returns how texts are written below Flux.
     *
     * @param reference matches what stands for a value in a text; its group {@code key} is the value's key
     */
    public static Substitution of(Pattern reference) {
        // A run of dollar signs matters when another, a brace or a reference follows its last one.
        var special = Pattern.compile("\\$\\$+|\\$(?=\\{|" + reference.pattern().replace("(?<key>", "(?:") + ")");
        return new Substitution(Optional.of(reference), special);
    }

    /** Returns whether the object says itself that Flux leaves it alone, by the label or the annotation for that. */
    public static boolean isSwitchedOff(HasMetadata object) {
        @Nullable ObjectMeta metadata = object.getMetadata();
        return metadata != null && (isOff(metadata.getLabels()) || isOff(metadata.getAnnotations()));
    }

    private static boolean isOff(@Nullable Map<String, String> said) {
        return said != null && "disabled".equals(said.get(SWITCH));
    }

    /** Returns the text as it is written. */
    String written(String text) {
        return reference
                .map(pattern -> pattern.matcher(special.matcher(text).replaceAll(Substitution::doubled))
                        .replaceAll("\\${${key}}"))
                .orElse(text);
    }

    private static String doubled(MatchResult dollars) {
        return Matcher.quoteReplacement(dollars.group().repeat(2));
    }
}
