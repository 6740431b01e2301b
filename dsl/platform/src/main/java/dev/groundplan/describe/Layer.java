package dev.groundplan.describe;

import dev.groundplan.values.Name;
import java.util.Locale;

/** What reaches the cluster together; each layer waits until the one before it is ready. */
public enum Layer {
    /** What brings definitions and webhooks: operators, the load balancer controller. */
    CONTROLLERS,
    /** What everything else stands on: namespaces, stores, classes, priorities. */
    CONFIGS,
    /** What serves users. */
    APPS;

    /**
     * Returns the place of objects of this layer that belong to nobody alone: {@code configs/shared}. It is a directory beside
     * the others, so that what is applied together stays apart from them.
     */
    public Placement itself() {
        return new Placement(directory() + "/shared");
    }

    /** Returns the place of the objects of one application or controller of this layer. */
    public Placement directory(Name name) {
        return new Placement(directory() + "/" + name);
    }

    private String directory() {
        return name().toLowerCase(Locale.ROOT);
    }
}
