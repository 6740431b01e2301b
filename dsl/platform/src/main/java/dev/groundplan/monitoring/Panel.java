package dev.groundplan.monitoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines over time, in one box of a dashboard.
 *
 * @param title what stands over it
 * @param unit what the numbers are
 * @param lines at least one is needed for a panel that shows something
 */
public record Panel(String title, PanelUnit unit, List<Line> lines) {

    /** Keeps a copy of the lines. */
    public Panel {
        lines = List.copyOf(lines);
    }

    /**
     * One or more lines of a panel.
     *
     * @param expression what is drawn: a line for each series of the result
     * @param legend what each is called; {@code {{pod}}} stands for the value of that label
     */
    public record Line(PromQl expression, String legend) {}

    /** Returns a panel without lines. */
    public static Panel panel(String title, PanelUnit unit) {
        return new Panel(title, unit, List.of());
    }

    /** Returns this panel with one more expression. */
    public Panel withLine(PromQl expression, String legend) {
        var more = new ArrayList<>(lines);
        more.add(new Line(expression, legend));
        return new Panel(title, unit, more);
    }
}
