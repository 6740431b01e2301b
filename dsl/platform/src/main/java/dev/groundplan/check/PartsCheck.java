package dev.groundplan.check;

import dev.groundplan.describe.Platform;
import java.util.List;

/** A check of the parts as they were described, before they expand. */
@FunctionalInterface
public interface PartsCheck {

    /** Returns what it finds, in the order of the description. */
    List<Problem> find(Platform platform);
}
