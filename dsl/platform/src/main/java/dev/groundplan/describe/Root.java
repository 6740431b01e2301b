package dev.groundplan.describe;

import dev.groundplan.values.Name;

/** A root module of Terraform: what is planned and applied together and has one state. */
public record Root(Name name) {

    /** Network, cluster, database, identities: everything that AWS itself is asked for. */
    public static final Root INFRA = new Root(new Name("infra"));

    /** What needs the cluster to be there: what Flux starts from. */
    public static final Root BOOTSTRAP = new Root(new Name("bootstrap"));

    /** Returns a root module of your own. */
    public static Root root(String name) {
        return new Root(new Name(name));
    }

    @Override
    public String toString() {
        return name.text();
    }
}
