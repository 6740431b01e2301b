package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Finds rules that let addresses into a database in place of a security group. */
final class DatabaseOpenToAddresses implements ElementsCheck {

    private static final List<String> ADDRESSES =
            List.of("cidr_blocks", "cidr_ipv4", "cidr_ipv6", "ipv6_cidr_blocks", "prefix_list_id", "prefix_list_ids");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var databases = PlacedResource.of(platform, "aws_db_instance", "aws_rds_cluster");
        var groups = PlacedResource.referredTo(databases, "vpc_security_group_ids");
        return rules(platform, groups)
                .filter(rule -> ADDRESSES.stream().anyMatch(rule::has))
                .map(DatabaseOpenToAddresses::problem)
                .toList();
    }

    private static Stream<PlacedResource> rules(ExpandedPlatform platform, SequencedSet<Address> groups) {
        return PlacedResource.of(platform, "aws_vpc_security_group_ingress_rule", "aws_security_group_rule")
                .filter(rule -> rule.refersToAny("security_group_id", groups))
                .filter(rule -> rule.texts("type").noneMatch("egress"::equals));
    }

    private static Problem problem(PlacedResource rule) {
        return new Problem(
                "T07",
                "`%s` lets addresses into a database, whatever has them.".formatted(rule),
                rule.place(),
                "name who may enter by its security group, as in database.reachableFrom(cluster) or"
                        + " referenced_security_group_id = cluster.securityGroupId()");
    }
}
