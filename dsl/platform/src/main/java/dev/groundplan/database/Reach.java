package dev.groundplan.database;

import dev.groundplan.describe.PartReference;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.network.Vpc;
import java.util.List;

/** A cluster whose pods reach a database, and where the description says so. */
record Reach(EksCluster cluster, PartReference reference) {

    void refuseAnotherNetwork(String database, Vpc vpc) {
        if (!cluster.vpc().id().equals(vpc.id())) {
            throw new IllegalArgumentException(
                    "The database `%s` stands in the %s and the cluster `%s` in the %s: no rule of a security group leads from one network into another. Put both into one, as in postgres(\"%s\", …, network.privateSubnets())."
                            .formatted(
                                    database,
                                    vpc.id(),
                                    cluster.id().name(),
                                    cluster.vpc().id(),
                                    database));
        }
    }

    void refuseSecond(String database, List<Reach> others) {
        for (var other : others) {
            if (other.cluster.id().equals(cluster.id())) {
                throw new IllegalArgumentException(
                        "The database `%s` is reachable from the cluster `%s` twice: the first is at %s. Leave one out."
                                .formatted(database, cluster.id().name(), other.reference.line()));
            }
        }
    }
}
