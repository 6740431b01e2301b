package dev.groundplan.terraform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.regex.Pattern;

/** The names of the Terraform language. */
final class Identifier {

    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private static final Pattern FUNCTION =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*)|(provider::[A-Za-z_][A-Za-z0-9_-]*::[A-Za-z_][A-Za-z0-9_-]*)");

    private static final List<String> KEYWORDS =
            List.of("true", "false", "null", "for", "in", "if", "else", "endif", "endfor");

    private static final List<String> ROOTS = List.of(
            "var",
            "local",
            "module",
            "data",
            "ephemeral",
            "resource",
            "each",
            "count",
            "self",
            "path",
            "terraform",
            "provider",
            "template",
            "lazy",
            "arg");

    private Identifier() {}

    static boolean matches(String name) {
        return GRAMMAR.matcher(name).matches();
    }

    static boolean isKeyword(String name) {
        return KEYWORDS.contains(name);
    }

    /** Returns the name, or throws saying which thing has a bad one. */
    @CanIgnoreReturnValue
    static String require(String thing, String name) {
        if (!matches(name)) {
            throw new IllegalArgumentException("`" + name + "` is no name for a " + thing
                    + ": it takes letters a-z and A-Z, digits, `_` and `-`, and starts with a letter or `_`; write `"
                    + mended(name) + "`");
        }
        return name;
    }

    static void requireUnreserved(String thing, String name) {
        if (isKeyword(name) || ROOTS.contains(name)) {
            throw new IllegalArgumentException("`" + name + "` is no name for a " + thing
                    + ": the word has a meaning in the Terraform language; write `" + name + "_`");
        }
    }

    static String requireFunction(String name) {
        if (!FUNCTION.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`" + name + "` is no name for a function: it is an identifier such as `cidrsubnet`,"
                            + " or `provider::<provider>::<function>`");
        }
        return name;
    }

    private static String mended(String name) {
        String legal = name.replaceAll("[^A-Za-z0-9_-]", "_");
        return legal.isEmpty() ? "main" : matches(legal) ? legal : "_" + legal;
    }
}
