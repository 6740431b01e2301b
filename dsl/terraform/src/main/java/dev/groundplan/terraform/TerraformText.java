package dev.groundplan.terraform;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How literal text is written where Terraform would otherwise read a template. */
final class TerraformText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern SIGNS = Pattern.compile("[$%\r]+");

    private TerraformText() {}

    static void requireWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean paired = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (paired) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                throw new IllegalArgumentException(String.format(
                        "the text has half a surrogate pair (U+%04X) at index %d, which no file can hold; remove it or"
                                + " write the whole character",
                        (int) unit, i));
            }
        }
    }

    /**
     * Escapes text of a template that is a JSON string: there are no backslashes there, only doubled signs.
     *
     * @param follows what stands right after the text
     */
    static String inTemplate(String text, Next follows) {
        return write(text, follows, plain -> plain, signs -> "${\"" + signs.replace("\r", "\\r") + "\"}");
    }

    /**
     * Escapes text that starts a template. Terraform drops a byte order mark there, so that one is written as an
     * interpolation.
     */
    static String atTemplateStart(String text, Next follows) {
        return text.startsWith(BYTE_ORDER_MARK)
                ? "${\"\\ufeff\"}" + inTemplate(text.substring(1), follows)
                : inTemplate(text, follows);
    }

    /** Escapes text for a string in quotes in the native syntax. */
    static String inQuotes(String text, Next follows) {
        return write(text, follows, TerraformText::quoted, TerraformText::numbered);
    }

    /** What stands right after a text. */
    enum Next {
        END,
        INTERPOLATION
    }

    /**
     * Doubles the sign of each <code>${</code> and <code>%{</code>, which is how they are written. Terraform takes the doubled
     * sign back only when no other sign and no combining character is next to it; it takes a sign before an interpolation
     * for a doubled one; and somewhere after a raw carriage return it sees neither. There these are written in a way that it cannot misread.
     */
    private static String write(
            String text, Next follows, UnaryOperator<String> plain, UnaryOperator<String> unmistakable) {
        StringBuilder escaped = new StringBuilder(text.length());
        Matcher signs = SIGNS.matcher(text);
        int done = 0;
        while (signs.find()) {
            escaped.append(plain.apply(text.substring(done, signs.start())));
            if (!opens(text, signs, follows)) {
                escaped.append(plain.apply(signs.group()));
            } else if (understood(text, signs)) {
                escaped.append(signs.group()).append(signs.group());
            } else {
                escaped.append(unmistakable.apply(signs.group()));
            }
            done = signs.end();
        }
        return escaped.append(plain.apply(text.substring(done))).toString();
    }

    private static boolean opens(String text, Matcher signs, Next follows) {
        if (signs.group().contains("\r")) {
            return true;
        }
        return signs.end() == text.length()
                ? follows == Next.INTERPOLATION && signs.group().contains("$")
                : text.charAt(signs.end()) == '{';
    }

    private static boolean understood(String text, Matcher signs) {
        int afterBrace = signs.end() + 1;
        return signs.group().length() == 1
                && !signs.group().equals("\r")
                && signs.end() < text.length()
                && (signs.start() == 0 || isOrdinary(text.charAt(signs.start() - 1)))
                && (afterBrace == text.length() || isOrdinary(text.charAt(afterBrace)));
    }

    private static boolean isOrdinary(char unit) {
        return unit == '\n' || (unit >= ' ' && unit <= '~');
    }

    private static String numbered(String signs) {
        return signs.replace("$", "\\u0024").replace("%", "\\u0025").replace("\r", "\\r");
    }

    private static String quoted(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> appendEscaped(escaped, point));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder to, int point) {
        switch (point) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> appendVisible(to, point);
        }
    }

    private static void appendVisible(StringBuilder to, int point) {
        int type = Character.getType(point);
        boolean invisible = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (!invisible) {
            to.appendCodePoint(point);
        } else if (Character.isBmpCodePoint(point)) {
            to.append(String.format("\\u%04x", point));
        } else {
            to.append(String.format("\\U%08x", point));
        }
    }
}
