package dev.groundplan.files;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Nothing was written, for all of these reasons. */
public final class TreeRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<TreeRefusal> refusals;

    TreeRefusedException(List<TreeRefusal> refusals) {
        super(refusals.stream()
                .map(TreeRefusal::message)
                .collect(Collectors.joining("\n\n", "nothing was written.\n\n", "")));
        this.refusals = refusals;
    }

    /** Every reason, in the order of the paths, a mass deletion last. */
    public List<TreeRefusal> refusals() {
        return refusals;
    }
}
