package dev.groundplan.github;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what is wrong with one value, and what to write instead. */
final class Refusal {

    private Refusal() {}

    @CanIgnoreReturnValue
    static String matching(Pattern grammar, String value, String kind, String instead) {
        if (grammar.matcher(value).matches()) {
            return value;
        }
        throw of("`%s` is no %s: %s", value, kind, instead);
    }

    /** For places where GitHub evaluates no expressions, and so has no way to escape one. */
    @CanIgnoreReturnValue
    static String plain(String value, String kind) {
        if (!value.contains("${{")) {
            return value;
        }
        throw of(
                "The %s `%s` holds `${{`, and GitHub evaluates nothing there and knows no escape: leave it out.",
                kind, value);
    }

    @FormatMethod
    static IllegalArgumentException of(@FormatString String message, Object... parts) {
        return new IllegalArgumentException(String.format(Locale.ROOT, message, parts));
    }
}
