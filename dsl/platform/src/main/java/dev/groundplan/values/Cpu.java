package dev.groundplan.values;

/**
 * Processor time in thousandths of a core.
 *
 * @param millicores 1 to 256000; renders to a quantity such as {@code 250m}
 */
public record Cpu(int millicores) {

    /** Refuses less than 1 or more than 256000 millicores with an {@link IllegalArgumentException}. */
    public Cpu {
        Refusal.between(
                1, millicores, 256_000, "number of millicores", "as in millicores(250) for a quarter of a core.");
    }

    /** Returns the amount as a Kubernetes quantity, such as {@code 250m}. */
    public String quantity() {
        return millicores % 1000 == 0 ? String.valueOf(millicores / 1000) : millicores + "m";
    }
}
