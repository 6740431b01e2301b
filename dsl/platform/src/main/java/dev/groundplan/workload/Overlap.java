package dev.groundplan.workload;

/** What happens when a run is due and the one before still runs. */
public enum Overlap {
    /** The new run is left out. */
    FORBID("Forbid"),
    /** The old run is ended, and the new one starts. */
    REPLACE("Replace"),
    /** Both run. */
    ALLOW("Allow");

    private final String kubernetes;

    Overlap(String kubernetes) {
        this.kubernetes = kubernetes;
    }

    String kubernetes() {
        return kubernetes;
    }
}
