package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;

/** A check of all elements of a platform, whichever part or whichever hand they come from. */
@FunctionalInterface
public interface ElementsCheck {

    /** Returns what it finds, in the order of the description. */
    List<Problem> find(ExpandedPlatform platform);
}
