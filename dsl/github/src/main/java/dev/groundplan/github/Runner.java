package dev.groundplan.github;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The machine that a job runs on; renders to {@code runs-on}.
 *
 * @param labels what it must be, all of them
 */
public record Runner(List<String> labels) {

    private static final Pattern OF_GITHUB = Pattern.compile("(ubuntu|windows|macos)-(latest|[0-9].*)");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /** Ubuntu 24.04 on x86-64, of GitHub. */
    public static final Runner UBUNTU = new Runner(List.of("ubuntu-24.04"));

    /** Ubuntu 24.04 on ARM, of GitHub. */
    public static final Runner UBUNTU_ARM = new Runner(List.of("ubuntu-24.04-arm"));

    /** Refuses no label at all, and what is none. */
    public Runner {
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw Refusal.of("A runner has at least one label, as in runner(\"self-hosted\", \"linux\").");
        }
        labels.forEach(label -> Refusal.matching(
                LABEL, label, "label of a runner", "write letters, digits and `._-`, as in \"ubuntu-24.04\"."));
    }

    /** Returns a machine of your own with these labels. */
    public static Runner runner(String... labels) {
        return new Runner(List.of(labels));
    }

    /** Returns whether it is a machine of GitHub's own, somewhere in the Internet. */
    public boolean isOfGitHub() {
        return labels.stream().anyMatch(OF_GITHUB.asMatchPredicate());
    }

    Object spelt() {
        return labels.size() == 1 ? labels.getFirst() : labels;
    }
}
