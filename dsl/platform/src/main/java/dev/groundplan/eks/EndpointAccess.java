package dev.groundplan.eks;

import dev.groundplan.values.Cidr;
import java.util.List;

/**
 * Who outside the network reaches the cluster's API server.
 *
 * @param blocks the addresses of those who do; when empty, nobody
 */
record EndpointAccess(List<Cidr> blocks) {

    static final EndpointAccess PRIVATE = new EndpointAccess(List.of());

    /** EKS's own limit. */
    private static final int MOST_BLOCKS = 40;

    private static final int SHORTEST_PREFIX = 8;

    static EndpointAccess of(Cidr... blocks) {
        if (blocks.length == 0 || blocks.length > MOST_BLOCKS) {
            throw new IllegalArgumentException(
                    ("The cluster's endpoint can be opened to 1 to %s blocks of addresses, and %s are named: name those of your"
                                    + " offices and pipelines, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).")
                            .formatted(MOST_BLOCKS, blocks.length));
        }
        for (var block : blocks) {
            refuseTooWide(block);
            refusePrivate(block);
        }
        return new EndpointAccess(List.of(blocks));
    }

    boolean isPublic() {
        return !blocks.isEmpty();
    }

    List<String> cidrs() {
        return blocks.stream().map(Cidr::text).toList();
    }

    private static void refuseTooWide(Cidr block) {
        if (block.prefix() < SHORTEST_PREFIX) {
            throw new IllegalArgumentException(
                    ("`%s` opens the cluster's endpoint to %s addresses of strangers: name the blocks of your offices and"
                                    + " pipelines, of /%s or longer, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).")
                            .formatted(block, block.size(), SHORTEST_PREFIX));
        }
    }

    private static void refusePrivate(Cidr block) {
        if (block.isPrivate()) {
            throw new IllegalArgumentException(
                    ("`%s` has private addresses, which never reach a public endpoint: name the addresses that your offices and"
                                    + " pipelines have in the Internet, as in .withPublicEndpointFor(cidr(\"203.0.113.0/24\")).")
                            .formatted(block));
        }
    }
}
