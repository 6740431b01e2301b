package dev.groundplan.describe;

/**
 * One part's reference to another.
 *
 * @param to the part referred to, as it was when the reference was made
 * @param as what it is to the part that refers, such as {@code privateSubnets}
 * @param line where the reference was written
 */
public record PartReference(Part to, String as, SourceLine line) {

    /** Returns a reference written at the line that calls Groundplan now. */
    public static PartReference to(Part part, String as) {
        return new PartReference(part, as, SourceLine.here());
    }
}
