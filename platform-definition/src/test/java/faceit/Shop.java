package faceit;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.controllers.ExternalDns.externalDns;
import static dev.groundplan.controllers.ExternalSecrets.externalSecrets;
import static dev.groundplan.controllers.LoadBalancerController.loadBalancerController;
import static dev.groundplan.controllers.MetricsServer.metricsServer;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.flux.Flux.flux;
import static dev.groundplan.flux.Sync.sync;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.host;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.groundplan.describe.Description;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import dev.groundplan.dns.Certificate;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.flux.Flux;
import dev.groundplan.network.Vpc;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.values.ImageReference;
import dev.groundplan.workload.Workload;
import java.util.List;
import java.util.function.Supplier;

/** A small platform without a fault, for tests that add one. */
final class Shop {

    static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));

    static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b", "eu-west-2c"));
    static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withNodeGroup(nodeGroup("general", "m7g.large", between(3, 6)));
    static final Flux FLUX = flux(CLUSTER, sync("https://github.com/acme/shop", "main"));
    static final HostedZone ZONE = hostedZone("shop", host("shop.example.com"));
    static final Certificate CERTIFICATE = certificate("www", ZONE.host("www"));
    static final ParameterStore PARAMETERS = parameterStore("shop", "/shop").withSecret("token");
    static final Namespace TEST = CLUSTER.namespace("test").withReadinessGates();
    static final ImageReference IMAGE = image("ghcr.io/acme/shop:1.4.2@sha256:" + "0123456789abcdef".repeat(4));

    /** What every platform of these tests has, controllers too. */
    static final List<Part> FOUNDATION = List.of(
            NETWORK,
            CLUSTER,
            FLUX,
            ZONE,
            CERTIFICATE,
            PARAMETERS,
            TEST,
            loadBalancerController(CLUSTER),
            externalDns(CLUSTER, ZONE),
            externalSecrets(CLUSTER),
            metricsServer(CLUSTER));

    private Shop() {}

    /** A workload that nothing is wrong with. */
    static Workload web() {
        return workload("web", IMAGE, TEST)
                .withPort(port(8080))
                .withReadinessProbe(http("/ready"))
                .withResources(millicores(100), mebibytes(128));
    }

    /** Returns what is wrong with this platform and these parts besides; an empty text if nothing is. */
    static String message(Part... more) {
        return refusal(environment -> with(environment, more));
    }

    /** Returns what is wrong with the parts that this makes while it describes the platform. */
    static String described(Supplier<? extends Part> part) {
        return refusal(environment -> with(environment, part.get()));
    }

    /** Returns what somebody reads who describes a platform so; an empty text if it is rendered. */
    static String refusal(Description description) {
        var thrown = catchThrowable(groundplan(description, STAGING)::render);
        return thrown == null ? "" : String.valueOf(thrown.getMessage());
    }

    static Platform with(Environment environment, Part... more) {
        return platform("shop", environment).with(FOUNDATION).with(more);
    }

    /** The number of the line after the one that calls this. */
    static int nextLine() {
        return StackWalker.getInstance()
                        .walk(frames -> frames.skip(1).findFirst().orElseThrow())
                        .getLineNumber()
                + 1;
    }

    /** Compares whole messages; {@code @1} stands for the first of the lines. */
    static void assertRefused(String message, String expected, int... lines) {
        var text = expected;
        for (int i = 0; i < lines.length; i++) {
            text = text.replace("@" + (i + 1), String.valueOf(lines[i]));
        }
        assertThat(message).isEqualTo(text);
    }
}
