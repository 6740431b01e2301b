package dev.groundplan.database;

import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.files.JsonText;
import dev.groundplan.network.Vpc;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.values.Name;
import java.util.ArrayList;

/** A network, a cluster and a database of a platform called faceit, and what parts render to there. */
final class Fixture {

    static final Site STAGING =
            new Site(new Name("faceit"), environment("staging", account("111122223333"), region("eu-west-2")));
    static final Site PRODUCTION = new Site(
            new Name("faceit"),
            environment("production", account("444455556666"), region("eu-west-2"))
                    .asProduction());

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

    /** What {@code part} puts into the file of its own. */
    static String text(Part part, Site site) {
        var declarations = part.expand(site).terraform().stream()
                .map(in -> in.declaration())
                .toArray(Declaration[]::new);
        var files =
                RootModule.of("infra").with(part.id().fileName(), declarations).files();
        return JsonText.of(files.get(part.id().fileName() + ".tf.json"));
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
