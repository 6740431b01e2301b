package dev.groundplan.terraform;

/** How literal text is written where Terraform would otherwise read a template. */
final class TerraformText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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

    /** Escapes text for a template that is a JSON string: there is no backslash there, only the doubled sign. */
    static String inTemplate(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }

    /**
     * Escapes text that starts a template. Terraform drops a byte order mark there, so that one is written as an
     * interpolation.
     */
    static String atTemplateStart(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? "${\"\\ufeff\"}" + inTemplate(text.substring(1)) : inTemplate(text);
    }

    /** Escapes text for a string in quotes in the native syntax. */
    static String inQuotes(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        inTemplate(text).codePoints().forEach(point -> appendEscaped(escaped, point));
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
