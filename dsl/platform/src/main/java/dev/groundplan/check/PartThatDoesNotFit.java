package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;

/** Finds parts that refuse the site they are put on: what each option allows alone does not go together here. */
final class PartThatDoesNotFit implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.unexpanded().stream()
                .map(part ->
                        new Problem("P04", part.message(), part.place(), "change the option that the message names"))
                .toList();
    }
}
