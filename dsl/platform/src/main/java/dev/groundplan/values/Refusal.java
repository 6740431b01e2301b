package dev.groundplan.values;

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

    @CanIgnoreReturnValue
    static long between(long least, long value, long most, String kind, String instead) {
        if (value >= least && value <= most) {
            return value;
        }
        throw of("%d is no %s: it must lie between %d and %d, %s", value, kind, least, most, instead);
    }

    @FormatMethod
    static IllegalArgumentException of(@FormatString String message, Object... parts) {
        return new IllegalArgumentException(String.format(Locale.ROOT, message, parts));
    }
}
