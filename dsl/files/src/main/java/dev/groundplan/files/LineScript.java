package dev.groundplan.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The shortest way from old lines to new ones.
 *
 * @see <a href="https://doi.org/10.1007/BF01840446">Myers: An O(ND) difference algorithm and its variations</a>
 */
final class LineScript {

    /** Beyond so many edits nobody reads line by line, and the search, quadratic in them, would be slow. */
    private static final int MOST_EDITS = 2_000;

    private final List<String> old;
    private final List<String> now;

    private LineScript(List<String> old, List<String> now) {
        this.old = old;
        this.now = now;
    }

    enum Kind {
        SAME(' '),
        REMOVED('-'),
        ADDED('+');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }

    record Line(Kind kind, String text) {}

    static List<Line> between(List<String> old, List<String> now) {
        int shorter = Math.min(old.size(), now.size());
        int head = 0;
        while (head < shorter && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && fromEnd(old, tail).equals(fromEnd(now, tail))) {
            tail++;
        }
        var lines = new ArrayList<Line>();
        old.subList(0, head).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        lines.addAll(
                new LineScript(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail)).search());
        old.subList(old.size() - tail, old.size()).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        return lines;
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    /** After {@code d} edits, {@code reach[k]} is the furthest old line that diagonal {@code k} (old minus new) gets to. */
    private List<Line> search() {
        int most = Math.min(old.size() + now.size(), MOST_EDITS);
        var reach = new int[2 * most + 3];
        int zero = most + 1;
        var history = new ArrayList<int[]>();
        for (int d = 0; d <= most; d++) {
            history.add(Arrays.copyOfRange(reach, zero - d - 1, zero + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || (k != d && reach[zero + k - 1] < reach[zero + k + 1]);
                int x = same(down ? reach[zero + k + 1] : reach[zero + k - 1] + 1, k);
                reach[zero + k] = x;
                if (x >= old.size() && x - k >= now.size()) {
                    return retrace(history);
                }
            }
        }
        return replaced();
    }

    private int same(int from, int diagonal) {
        int x = from;
        while (x < old.size() && x - diagonal < now.size() && old.get(x).equals(now.get(x - diagonal))) {
            x++;
        }
        return x;
    }

    private List<Line> retrace(List<int[]> history) {
        var lines = new ArrayList<Line>();
        int x = old.size();
        int y = now.size();
        for (int d = history.size() - 1; d >= 0; d--) {
            var reach = history.get(d);
            int k = x - y;
            int middle = d + 1;
            boolean down = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1]);
            int fromX = d == 0 ? 0 : reach[middle + (down ? k + 1 : k - 1)];
            int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY) {
                y--;
                lines.add(new Line(Kind.SAME, old.get(--x)));
            }
            if (d > 0) {
                lines.add(down ? new Line(Kind.ADDED, now.get(--y)) : new Line(Kind.REMOVED, old.get(--x)));
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    private List<Line> replaced() {
        var lines = new ArrayList<Line>();
        old.forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
        now.forEach(line -> lines.add(new Line(Kind.ADDED, line)));
        return lines;
    }
}
