package dev.groundplan.terraform.schema;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.groundplan.files.NearestName;
import java.util.Collection;

/** Asks for the name that was probably meant. */
@CheckReturnValue
final class DidYouMean {

    private DidYouMean() {}

    /** Returns {@code " Did you mean `x`?"}, or nothing if no name is near. */
    static String sentence(String name, Collection<String> known) {
        return NearestName.to(name, known)
                .map(near -> " Did you mean `%s`?".formatted(near))
                .orElse("");
    }
}
