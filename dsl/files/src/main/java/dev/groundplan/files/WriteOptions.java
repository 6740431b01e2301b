package dev.groundplan.files;

/**
 * What {@link OwnedTree} may do without asking.
 *
 * @param force replace (or delete, where it is no longer rendered) a file that was edited by hand, and replace one that
 *     somebody else wrote; {@code -Dgroundplan.force}
 * @param allowMassDelete delete more than a third of the owned files at once; {@code -Dgroundplan.allowMassDelete}
 */
public record WriteOptions(boolean force, boolean allowMassDelete) {

    /** Neither; the default of everybody who writes. */
    public static WriteOptions careful() {
        return new WriteOptions(false, false);
    }

    /** Takes files that were edited by hand or belong to somebody else. */
    public WriteOptions withForce() {
        return new WriteOptions(true, allowMassDelete);
    }

    /** Deletes any number of owned files. */
    public WriteOptions withMassDelete() {
        return new WriteOptions(force, true);
    }
}
