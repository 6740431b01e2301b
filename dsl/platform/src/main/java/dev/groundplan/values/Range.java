package dev.groundplan.values;

/**
 * How many, at least and at most.
 *
 * @param least the smaller number, 0 or more
 * @param most the larger number, 1 or more, not below {@code least}
 */
public record Range(int least, int most) {

    /** Refuses negative numbers and a range whose ends are the wrong way round. */
    public Range {
        Refusal.between(0, least, 100_000, "smaller end of a range", "as in between(3, 10).");
        Refusal.between(1, most, 100_000, "larger end of a range", "as in between(3, 10).");
        if (least > most) {
            throw Refusal.of(
                    "between(%d, %d) has its ends the wrong way round: did you mean between(%d, %d)?",
                    least, most, most, least);
        }
    }
}
