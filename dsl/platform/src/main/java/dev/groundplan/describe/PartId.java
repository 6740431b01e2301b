package dev.groundplan.describe;

import dev.groundplan.values.Name;

/**
 * What a part is called: its kind, as {@code postgres}, and its name, as {@code orders}. A platform has each at most
 * once.
 */
public record PartId(Name kind, Name name) {

    /** Returns the id of this kind and name; both as {@link Name} has them. */
    public static PartId of(String kind, String name) {
        return new PartId(new Name(kind), new Name(name));
    }

    /** Returns the name of the file that holds what the part renders in a root module, such as {@code postgres-orders}. */
    public String fileName() {
        return kind + "-" + name;
    }

    @Override
    public String toString() {
        return kind + " `" + name + "`";
    }
}
