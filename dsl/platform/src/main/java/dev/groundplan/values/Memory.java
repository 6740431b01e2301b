package dev.groundplan.values;

/**
 * Memory in mebibytes.
 *
 * @param mebibytes 4 to 24 TiB; renders to a quantity such as {@code 256Mi}
 */
public record Memory(int mebibytes) {

    /** Refuses less than 4 MiB (no container starts in less) or more than 24 TiB. */
    public Memory {
        Refusal.between(4, mebibytes, 25_165_824, "number of mebibytes", "as in mebibytes(256).");
    }

    /** Returns the amount as a Kubernetes quantity, such as {@code 256Mi} or {@code 2Gi}. */
    public String quantity() {
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "Gi" : mebibytes + "Mi";
    }
}
