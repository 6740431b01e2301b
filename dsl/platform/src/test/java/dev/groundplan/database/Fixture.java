package dev.groundplan.database;

import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;

import dev.groundplan.Rendered;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.network.Vpc;
import java.util.ArrayList;

/** A network, a cluster and a database, and how what parts render to differs. */
final class Fixture {

    static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b", "eu-west-2c"));
    static final EksCluster CLUSTER = cluster("faceit", NETWORK);

    private Fixture() {}

    static EksCluster cluster(String name, Vpc network) {
        return eksCluster(name, kubernetes("1.36"), network.privateSubnets())
                .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    }

    static Postgres orders() {
        return postgres("orders", version("17.5"), NETWORK.privateSubnets());
    }

    static String text(Part part, Site site) {
        return Rendered.on(site, part).text();
    }

    /** The lines that {@code after} does not have and those that only it has, whatever their indentation. */
    static String changes(String before, String after) {
        var gone = new ArrayList<>(before.lines().map(String::strip).toList());
        var come = new ArrayList<>(after.lines().map(String::strip).toList());
        after.lines().map(String::strip).forEach(gone::remove);
        before.lines().map(String::strip).forEach(come::remove);
        var text = new StringBuilder();
        gone.forEach(line -> text.append("- ").append(line).append('\n'));
        come.forEach(line -> text.append("+ ").append(line).append('\n'));
        return text.toString();
    }
}
