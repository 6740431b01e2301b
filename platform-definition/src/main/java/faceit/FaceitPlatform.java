package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.controllers.ClusterAutoscaler.clusterAutoscaler;
import static dev.groundplan.controllers.ExternalDns.externalDns;
import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.controllers.Overprovisioning.overprovisioning;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.delivery.ImagePins.imagePins;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.monitoring.PrometheusStack.prometheusStack;
import static dev.groundplan.network.Endpoint.endpoint;
import static dev.groundplan.network.NatGateways.ONE_PER_ZONE;
import static dev.groundplan.network.NatGateways.SINGLE;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.state.TerraformState.terraformState;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;

import dev.groundplan.CommandLine;
import dev.groundplan.Groundplan;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;
import dev.groundplan.eks.ClusterAccess;
import dev.groundplan.monitoring.AlertRouting;
import dev.groundplan.monitoring.Receiver;
import dev.groundplan.monitoring.Severity;
import dev.groundplan.secrets.ParameterStore;

/** The platform `faceit`: a cluster, a database, and the test application that uses both. */
public final class FaceitPlatform {

    static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));
    static final Environment PRODUCTION = environment("production", account("444455556666"), region("eu-west-2"))
            .asProduction();

    static final Groundplan GROUNDPLAN =
            groundplan(FaceitPlatform::describe, STAGING, PRODUCTION).withWorkflows(Pipelines::describe);

    private FaceitPlatform() {}

    public static void main(String[] arguments) {
        CommandLine.run(GROUNDPLAN, arguments);
    }

    static Platform describe(Environment environment) {
        boolean isProduction = environment.isProduction();

        var state = terraformState(Pipelines.REPOSITORY);

        var network = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b", "eu-west-2c"))
                .withNatGateways(isProduction ? ONE_PER_ZONE : SINGLE)
                .withEndpoints(endpoint("s3"))
                .withFlowLogs(days(30));

        var cluster = eksCluster("faceit", kubernetes("1.36"), network.privateSubnets())
                .withAdministrator(iamRole("platform-engineers"))
                .withAdministrator(state.applyRole())
                .withAccess(state.planRole(), ClusterAccess.view())
                .withAccess(state.driftRole(), ClusterAccess.adminView())
                .withNodeGroup(nodeGroup("general", "m7g.large", isProduction ? between(3, 10) : between(2, 5)))
                .withNodeGroup(nodeGroup("spot", "m7g.large", between(0, isProduction ? 10 : 3))
                        .withMoreInstanceTypes("m6g.large", "m7gd.large")
                        .withSpot())
                .withStorageDriver();

        var zone = hostedZone("faceit", host(isProduction ? "faceit.example.com" : "staging.faceit.example.com"));

        var parameters = parameterStore("faceit", "/faceit")
                .withSecret("grafana-admin")
                .withSecret("alerts/slack")
                .withSecret("alerts/pagerduty");

        var database = postgres("orders", version("17.5"), network.privateSubnets())
                .withStorage(gibibytes(50).growingTo(gibibytes(200)))
                .reachableFrom(cluster);
        var login = database.loginIn(parameters);

        var monitoring = prometheusStack(cluster, parameters.secret("grafana-admin"), alerts(parameters));
        var images = imagePins(FaceitPlatform.class, "images.json").asPublic();

        return platform("faceit", environment)
                .with(state, network, cluster, zone, parameters, database, login, images)
                .with(flux(cluster, sync(Pipelines.REPOSITORY.url(), Pipelines.REPOSITORY.defaultBranch())))
                .with(loadBalancerController(cluster), externalDns(cluster, zone), externalSecrets(cluster))
                .with(metricsServer(cluster), clusterAutoscaler(cluster), overprovisioning(cluster, 2))
                .with(monitoring)
                .with(TestApp.describe(cluster, zone, images.image("test-app"), login));
    }

    private static AlertRouting alerts(ParameterStore parameters) {
        var chat = Receiver.slack("chat", parameters.secret("alerts/slack"), "#faceit-alerts");
        var page = Receiver.pagerDuty("page", parameters.secret("alerts/pagerduty"));
        return AlertRouting.everythingTo(chat).withSeverity(Severity.CRITICAL, page);
    }
}
