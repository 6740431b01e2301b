package dev.groundplan.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables in Markdown as GitHub shows them. */
final class Table {

    private Table() {}

    /** Returns the table, one line for each row. */
    static String of(List<String> columns, List<List<String>> rows) {
        var lines = new ArrayList<String>();
        lines.add(line(columns));
        lines.add("|" + "---|".repeat(columns.size()));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines) + "\n";
    }

    /** Returns a text that stands for itself; two are parted by a line break. */
    static String code(List<String> texts) {
        return texts.stream().map(Table::code).collect(Collectors.joining("<br>"));
    }

    /** Returns a text that stands for itself. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace('`', '\'').replace("\n", " ") + "`";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
