package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.PartId;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Port;
import java.util.List;

/**
 * Where a part outside the cluster is reached. A part that keeps the secrets of a connection says so; whatever reads one of
 * these secrets is allowed the way there by its network policy, and no other.
 *
 * @param part what is reached, such as the database of a login
 * @param port the TCP port
 * @param addresses the subnets that it stands in
 */
public record Endpoint(PartId part, Port port, List<Cidr> addresses) implements Fact {

    /** Keeps a copy of the list. */
    public Endpoint {
        addresses = List.copyOf(addresses);
    }
}
