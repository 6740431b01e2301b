package dev.groundplan.files;

/** Text of several lines as a literal block scalar, which shows it as it is. */
final class YamlBlock {

    private YamlBlock() {}

    /** Whether a block scalar gives the text back to every parser, character for character. */
    static boolean carries(String text) {
        if (text.indexOf('\n') < 0 || text.isBlank()) {
            return false;
        }
        return text.codePoints().allMatch(c -> c == '\n' || c == '\t' || Characters.visible(c));
    }

    static void append(StringBuilder out, String text, int indent) {
        char first = text.charAt(0);
        out.append('|')
                .append(first == ' ' || first == '\t' || first == '\n' ? "2" : "")
                .append(chomping(text))
                .append('\n');
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start) {
                out.repeat(' ', indent).append(text, start, end);
            }
            out.append('\n');
            start = end + 1;
        }
    }

    private static String chomping(String text) {
        if (!text.endsWith("\n")) {
            return "-";
        }
        return text.endsWith("\n\n") ? "+" : "";
    }
}
