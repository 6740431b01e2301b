package dev.groundplan.describe;

import java.util.List;

/**
 * A piece of a platform: a network, a database, a workload, or one of your own.
 *
 * <p>Parts are immutable values, made before the platform and handed to it by {@link Platform#with}. Implement this
 * interface to add a kind: what the built-in parts do, yours can do too. Make it a record, or give it {@code equals}:
 * a part that is referred to must be the same as the one that the platform has.
 */
public interface Part {

    /** Returns what the part is called; two parts of one id are refused. */
    PartId id();

    /** Returns where the part was made, usually {@link SourceLine#here} or {@link SourceLine#outside}. */
    SourceLine line();

    /** Returns the parts that this one refers to: each must be in the platform as well. */
    default List<PartReference> references() {
        return List.of();
    }

    /** Returns what the part consists of on this site. */
    Elements expand(Site site);

    /**
     * Returns what the part adds once every part has said its elements: what can only be known from all of them, such as the
     * order in which they are applied or a page that lists them. Most parts add nothing.
     *
     * @param all the elements of all parts as {@link #expand} returned them, in the order of the parts
     */
    default Elements complete(Site site, Elements all) {
        return Elements.none();
    }
}
