package dev.groundplan.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody most likely meant: for messages that ask "did you mean". */
public final class NearestName {

    private static final int LETTERS_PER_SLIP = 3;

    private NearestName() {}

    /**
     * Returns the candidate with the fewest slips, if no more than a third of the name is wrong; of equals, the first.
     * Upper and lower case do not count.
     */
    public static Optional<String> to(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> slips(name, candidate) <= Math.max(1, name.length() / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt(candidate -> slips(name, candidate)));
    }

    /** Returns {@code " Did you mean `x`?"} for the end of a message, or nothing if no name is near. */
    public static String question(String name, Collection<String> known) {
        return to(name, known).map(near -> " Did you mean `" + near + "`?").orElse("");
    }

    /** Counts the letters to add, drop, change, or swap with their neighbour. */
    private static int slips(String left, String right) {
        var from = left.toLowerCase(Locale.ROOT);
        var to = right.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int change = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
