package dev.groundplan.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A length of time as programs written in Go read it, such as {@code 1h30m}; in whole seconds. */
public record GoDuration(long seconds) implements Comparable<GoDuration> {

    private static final Pattern GRAMMAR = Pattern.compile("(?:[0-9]+(?:\\.[0-9]+)?(?:ms|s|m|h))+");
    private static final Pattern PIECE = Pattern.compile("(?<count>[0-9]+(?:\\.[0-9]+)?)(?<unit>ms|s|m|h)");

    /** Returns this many minutes. */
    public static GoDuration minutes(long count) {
        return new GoDuration(count * 60);
    }

    /**
     * Returns the length of time that is written like this; a fraction of a second counts as a whole one.
     *
     * @throws IllegalArgumentException if it is none, as in {@code 10 minutes}
     */
    public static GoDuration parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no length of time: write numbers with a unit each, as in \"1h30m\" or \"90s\"."
                            .formatted(text));
        }
        var sum = PIECE.matcher(text).results().map(GoDuration::inSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GoDuration(sum.setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static BigDecimal inSeconds(MatchResult piece) {
        var count = new BigDecimal(piece.group(1));
        return switch (piece.group(2)) {
            case "h" -> count.multiply(BigDecimal.valueOf(3600));
            case "m" -> count.multiply(BigDecimal.valueOf(60));
            case "s" -> count;
            default -> count.movePointLeft(3);
        };
    }

    /** Returns this long and that long, one after the other. */
    public GoDuration plus(GoDuration more) {
        return new GoDuration(seconds + more.seconds);
    }

    /** Returns the longer of the two. */
    public GoDuration orAtLeast(GoDuration other) {
        return seconds >= other.seconds ? this : other;
    }

    @Override
    public int compareTo(GoDuration other) {
        return Long.compare(seconds, other.seconds);
    }

    /** Returns the time in as few units as it takes, such as {@code 15m}, {@code 2h} or {@code 1m30s}. */
    @Override
    public String toString() {
        if (seconds % 60 != 0) {
            return seconds < 60 ? seconds + "s" : seconds / 60 + "m" + seconds % 60 + "s";
        }
        return seconds != 0 && seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }
}
