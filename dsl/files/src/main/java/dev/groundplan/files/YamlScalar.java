package dev.groundplan.files;

import java.util.Locale;

/** A string on one line of YAML: plain where every parser of YAML 1.1 and 1.2 reads the same string, else quoted. */
final class YamlScalar {

    /** Parsers look for the colon of a key at most 1024 characters (or bytes) far; a longer key needs a {@code ?}. */
    static final int LONGEST_KEY = 250;

    /** What may begin a plain scalar, beside letters, digits and what is not ASCII. */
    private static final boolean[] STARTS =
            table("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_.-+$(");

    /** What numbers, times and dates are made of in some parser: YAML 1.1, its predecessors and Ruby's commas. */
    private static final boolean[] NUMERIC = table("0123456789abcdefABCDEFoOxXtTzZ_.,:+- ");

    private YamlScalar() {}

    static String onOneLine(String text) {
        if (plain(text)) {
            return text;
        }
        return (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) && visible(text)
                ? singleQuoted(text)
                : doubleQuoted(text);
    }

    private static boolean plain(String text) {
        if (text.isEmpty() || !starts(text.charAt(0)) || text.endsWith(" ") || text.endsWith(":")) {
            return false;
        }
        return visible(text) && !text.contains(": ") && !text.contains(" #") && !numeric(text) && !reserved(text);
    }

    private static boolean starts(char c) {
        return c >= STARTS.length || STARTS[c];
    }

    private static boolean visible(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (!Characters.visible(codePoint)) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean numeric(String text) {
        return switch (text.charAt(0)) {
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_' -> consistsOfNumeric(text);
            case '-', '+', '.' -> !flag(text);
            default -> false;
        };
    }

    private static boolean consistsOfNumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= NUMERIC.length || !NUMERIC[c]) {
                return false;
            }
        }
        return true;
    }

    /** {@code -x}, {@code --verbose}, {@code .env}: not {@code - x}, {@code ---}, {@code -1}, {@code .inf}. */
    private static boolean flag(String text) {
        int start = text.startsWith("--") ? 2 : 1;
        return start < text.length() && letter(text.charAt(start)) && !reserved(text.substring(start));
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean reserved(String text) {
        if (text.length() > "infinity".length()) {
            return false;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity" -> true;
            default -> false;
        };
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String doubleQuoted(String text) {
        var out = new StringBuilder(text.length() + 16).append('"');
        text.codePoints().forEach(c -> appendEscaped(out, c));
        return out.append('"').toString();
    }

    private static void appendEscaped(StringBuilder out, int c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append((char) c);
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (Characters.visible(c)) {
                    out.appendCodePoint(c);
                } else {
                    out.append(c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U")
                            .append(Characters.hex(c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8));
                }
            }
        }
    }

    private static boolean[] table(String characters) {
        var table = new boolean[128];
        characters.chars().forEach(c -> table[c] = true);
        return table;
    }
}
