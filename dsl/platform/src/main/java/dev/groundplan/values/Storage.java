package dev.groundplan.values;

/**
 * An amount of disk in gibibytes, and how far it may grow by itself.
 *
 * @param gibibytes how much there is at first, 1 to 65536
 * @param mostGibibytes how much there may be; equal to {@code gibibytes} when it does not grow
 */
public record Storage(int gibibytes, int mostGibibytes) {

    /** Refuses sizes out of range and a ceiling below the first size with an {@link IllegalArgumentException}. */
    public Storage {
        Refusal.between(1, gibibytes, 65_536, "number of gibibytes", "as in gibibytes(50).");
        Refusal.between(1, mostGibibytes, 65_536, "number of gibibytes", "as in gibibytes(200).");
        if (mostGibibytes < gibibytes) {
            throw Refusal.of(
                    "Storage of %d GiB can't grow to %d GiB: write the smaller first,"
                            + " gibibytes(%d).growingTo(gibibytes(%d)).",
                    gibibytes, mostGibibytes, mostGibibytes, gibibytes);
        }
    }

    /** Returns storage as large as this that may grow to the size of {@code ceiling}. */
    public Storage growingTo(Storage ceiling) {
        return new Storage(gibibytes, ceiling.gibibytes());
    }

    /** Returns whether it may grow. */
    public boolean grows() {
        return mostGibibytes > gibibytes;
    }
}
