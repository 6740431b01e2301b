package dev.groundplan.network;

import dev.groundplan.describe.PartReference;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.Cidr;
import java.util.List;

/**
 * The subnets of one tier of a network, one in each zone.
 *
 * @param reference the network that they belong to, and where it was referred to
 * @param vpc that network
 * @param ids the subnets' ids, known once Terraform has applied
 * @param cidrs the subnets' addresses, in the order of the zones
 * @param routes what connects them with the Internet: whatever must reach it from its first moment on depends on these
 */
public record Subnets(
        PartReference reference, Vpc vpc, Expression<List<String>> ids, List<Cidr> cidrs, List<Declaration> routes) {

    /** Keeps copies of the lists. */
    public Subnets {
        cidrs = List.copyOf(cidrs);
        routes = List.copyOf(routes);
    }
}
