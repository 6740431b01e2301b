package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;

import dev.groundplan.CommandLine;
import dev.groundplan.Groundplan;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;

/** The platform `faceit`: a cluster, a database, and the test application that uses both. */
public final class FaceitPlatform {

    static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    static final Environment PRODUCTION = environment("production", account("444455556666"), region("eu-west-2"))
            .asProduction();

    static final Groundplan GROUNDPLAN = groundplan(FaceitPlatform::describe, STAGING, PRODUCTION);

    private FaceitPlatform() {}

    public static void main(String[] arguments) {
        CommandLine.run(GROUNDPLAN, arguments);
    }

    static Platform describe(Environment environment) {
        var network = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b", "eu-west-2c"));

        var cluster = eksCluster("faceit", kubernetes("1.36"), network.privateSubnets())
                .withAdministrator(iamRole("platform-engineers"))
                .withNodeGroup(
                        nodeGroup("general", "m7g.large", environment.isProduction() ? between(3, 10) : between(2, 5)));

        var database = postgres("orders", version("17.5"), network.privateSubnets())
                .withStorage(gibibytes(50).growingTo(gibibytes(200)))
                .reachableFrom(cluster);

        var parameters = parameterStore("faceit", "/faceit");
        var login = database.loginIn(parameters);
        var test = cluster.namespace("test");

        return platform("faceit", environment)
                .with(network, cluster, database, parameters, login, test)
                .with(TestApp.describe(test, login));
    }
}
