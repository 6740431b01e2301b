package dev.groundplan.files;

/** A text as a message shows it: on one line, with what cannot be seen escaped, and never longer than a line. */
final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    static String of(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> append(shown, c));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (Characters.visible(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else {
            shown.append("U+").append(Characters.hex(codePoint, 4));
        }
    }
}
