package dev.groundplan.files;

import dev.groundplan.files.LineScript.Kind;
import dev.groundplan.files.LineScript.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts, line by line, in the unified form of {@code diff -u}, with three lines around each change.
 *
 * @see <a href="https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html">The unified form</a>
 */
public final class TextDifference {

    private static final int CONTEXT = 3;

    private TextDifference() {}

    /**
     * What turns the old text into the new one; empty if they are equal.
     *
     * @param oldName what the line {@code ---} shows
     * @param newName what the line {@code +++} shows
     */
    public static String unified(String oldName, String oldText, String newName, String newText) {
        if (oldText.equals(newText)) {
            return "";
        }
        var out = new StringBuilder();
        out.append("--- ").append(oldName).append('\n');
        out.append("+++ ").append(newName).append('\n');
        var lines = LineScript.between(lines(oldText), lines(newText));
        hunks(lines).forEach(hunk -> hunk.appendTo(out, lines));
        return out.toString();
    }

    /** Each with its line end, so that one that lacks it differs. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        while (start < text.length()) {
            int newLine = text.indexOf('\n', start);
            int end = newLine < 0 ? text.length() : newLine + 1;
            lines.add(text.substring(start, end));
            start = end;
        }
        return lines;
    }

    private static List<Hunk> hunks(List<Line> lines) {
        var hunks = new ArrayList<Hunk>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() == Kind.SAME) {
                continue;
            }
            int start = Math.max(0, i - CONTEXT);
            int end = Math.min(lines.size(), i + CONTEXT + 1);
            if (!hunks.isEmpty() && hunks.getLast().end >= start) {
                start = hunks.removeLast().start;
            }
            hunks.add(new Hunk(start, end));
        }
        return hunks;
    }

    private record Hunk(int start, int end) {

        void appendTo(StringBuilder out, List<Line> lines) {
            out.append("@@ -").append(range(lines, Kind.ADDED));
            out.append(" +").append(range(lines, Kind.REMOVED)).append(" @@\n");
            for (var line : lines.subList(start, end)) {
                out.append(line.kind().sign()).append(line.text());
                if (!line.text().endsWith("\n")) {
                    out.append("\n\\ No newline at end of file\n");
                }
            }
        }

        /** First line and count on the side that lacks lines of this kind; of no lines, the line before them. */
        private String range(List<Line> lines, Kind absent) {
            long before = count(lines.subList(0, start), absent);
            long count = count(lines.subList(start, end), absent);
            return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
        }

        private static long count(List<Line> lines, Kind absent) {
            return lines.stream().filter(line -> line.kind() != absent).count();
        }
    }
}
