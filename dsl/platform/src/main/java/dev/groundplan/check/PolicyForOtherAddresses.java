package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds network policies for private addresses that no subnet of the platform has: too wide, or somebody else's. */
final class PolicyForOtherAddresses implements ElementsCheck {

    private static final Pattern PRIVATE = Pattern.compile(
            "(10|192\\.168|172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\\..*");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var subnets = subnets(platform);
        return subnets.isEmpty()
                ? List.of()
                : platform.kubernetes().stream()
                        .flatMap(placed -> placed.object() instanceof NetworkPolicy policy && policy.getSpec() != null
                                ? problems(placed, policy, subnets)
                                : Stream.empty())
                        .toList();
    }

    private static SortedSet<String> subnets(ExpandedPlatform platform) {
        var cidrs = new TreeSet<String>();
        for (var placed : platform.terraform()) {
            if (placed.element() instanceof Resource resource
                    && resource.address().type().equals("aws_subnet")
                    && resource.body().attributes().get("cidr_block") instanceof TextLiteral cidr) {
                cidrs.add(cidr.value());
            }
        }
        return cidrs;
    }

    private static Stream<Problem> problems(PlacedObject placed, NetworkPolicy policy, SortedSet<String> subnets) {
        return blocks(policy)
                .filter(cidr -> PRIVATE.matcher(cidr).matches() && !cidr.endsWith("/32") && !subnets.contains(cidr))
                .distinct()
                .map(cidr -> new Problem(
                        "X26",
                        "The %s is about `%s`, and no subnet of the platform has these addresses."
                                .formatted(placed.label(), cidr),
                        placed.from().of(cidr),
                        "name the subnets that are meant: %s; a workload's own policy has those of its databases and its load balancer"
                                .formatted(String.join(", ", subnets))));
    }

    private static Stream<String> blocks(NetworkPolicy policy) {
        Stream<NetworkPolicyPeer> from =
                policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream());
        Stream<NetworkPolicyPeer> to = policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream());
        return Stream.concat(from, to)
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(Objects::nonNull)
                .map(block -> block.getCidr());
    }
}
