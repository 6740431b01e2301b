package dev.groundplan.github;

/**
 * Lets only one run of a group be at work at a time; renders to {@code concurrency}.
 *
 * @param group what must not happen twice at once, such as {@code terraform-infra-production}
 * @param cancels whether a newer run stops the one at work
 */
public record Concurrency(Text group, boolean cancels) {

    /** Returns a group whose runs wait for the one at work: for what must not be stopped halfway. */
    public static Concurrency waiting(Text group) {
        return new Concurrency(group, false);
    }

    /** Returns a group whose runs wait for the one at work: for what must not be stopped halfway. */
    public static Concurrency waiting(String group) {
        return waiting(Text.text(group));
    }

    /** Returns a group whose newest run stops the older ones: for what only the newest result of is wanted. */
    public static Concurrency newestOnly(Text group) {
        return new Concurrency(group, true);
    }

    Mapping spelt() {
        return Mapping.empty().with("group", group).with("cancel-in-progress", cancels);
    }
}
