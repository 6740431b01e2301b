package dev.groundplan.workload;

import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.Namespace;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.network.Vpc;
import dev.groundplan.values.ImageReference;
import java.util.stream.Collectors;

/** What a workload refers to, and its objects as text. */
final class Fixture {

    static final Vpc NETWORK = vpc("faceit", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    static final Namespace NAMESPACE =
            eksCluster("faceit", kubernetes("1.36"), NETWORK.privateSubnets()).namespace("test");
    static final DatabaseLogin LOGIN =
            postgres("orders", version("17.5"), NETWORK.privateSubnets()).loginIn(parameterStore("faceit", "/faceit"));
    static final ImageReference IMAGE = image("ghcr.io/acme/test-app:1.4.2");

    private Fixture() {}

    static String manifests(Part part) {
        return part.expand(STAGING).kubernetes().stream()
                .map(InPlace::object)
                .map(ManifestText::of)
                .collect(Collectors.joining("---\n"));
    }
}
