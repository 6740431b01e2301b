package dev.groundplan.testing;

import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.NodeAgent.nodeAgent;
import static dev.groundplan.workload.OneTimeJob.oneTimeJob;
import static dev.groundplan.workload.PodContainer.container;
import static dev.groundplan.workload.Probe.exec;
import static dev.groundplan.workload.Probe.grpc;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.Probe.tcp;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Schedule.cron;
import static dev.groundplan.workload.ScheduledJob.scheduledJob;
import static dev.groundplan.workload.StatefulWorkload.statefulWorkload;
import static dev.groundplan.workload.Volume.claim;
import static dev.groundplan.workload.Volume.scratch;
import static dev.groundplan.workload.Volume.scratchInMemory;
import static dev.groundplan.workload.Volume.token;
import static dev.groundplan.workload.Workload.workload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.Namespace;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.kubernetes.ManifestText;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Name;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every form of workload with all that a pod can have, as the official client of Kubernetes sees it. */
class WorkloadsTest {

    private static final Site STAGING = new Site(
            new Name("shop"), Environment.environment("staging", account("111122223333"), region("eu-west-2")));
    private static final Namespace NAMESPACE = eksCluster(
                    "shop",
                    kubernetes("1.36"),
                    vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"))
                            .privateSubnets())
            .namespace("test");
    private static final ImageReference IMAGE = image("ghcr.io/acme/app:1.0.0");

    @Test
    void objects_of_every_form_are_taken() {
        var everything = workload("app", IMAGE, NAMESPACE)
                .withPort(port(8080))
                .withStartupProbe(tcp())
                .withReadinessProbe(http("/ready"))
                .withLivenessProbe(grpc().withInitialDelay(seconds(5)))
                .withVolume("/tmp", scratch("tmp", mebibytes(64)))
                .withVolume("/dev/shm", scratchInMemory("shared", mebibytes(16)))
                .withVolume("/data", claim("data"))
                .withVolume("/run/tokens", token("vault", "vault", seconds(3600)))
                .withVolume("/etc/ssl/rds", rdsCertificates(NAMESPACE).volume())
                .withConfigFile("/etc/app/app.yaml", "a: 1\n")
                .withInitContainer(container("migrate", IMAGE).withCommand("/migrate"))
                .withSidecar(container("proxy", IMAGE).withStartupProbe(exec("/ready")))
                .withPreStopSleep(seconds(15))
                .withGracePeriod(seconds(60));

        assertThat(OfficialClient.disagreements(tree(
                        everything,
                        NAMESPACE,
                        rdsCertificates(NAMESPACE),
                        scheduledJob("cleanup", IMAGE, NAMESPACE, cron("0 3 * * *"))
                                .withTimeLimit(seconds(60)),
                        oneTimeJob("import", IMAGE, NAMESPACE),
                        statefulWorkload("queue", IMAGE, NAMESPACE).withDisk("/var/lib/queue", gibibytes(20)),
                        nodeAgent("collector", IMAGE, NAMESPACE).onEveryNode())))
                .isEmpty();
    }

    private static FileTree tree(Part... parts) {
        var tree = FileTree.empty();
        for (var part : List.of(parts)) {
            var objects = part.expand(STAGING).kubernetes();
            for (int i = 0; i < objects.size(); i++) {
                var file = "%s-%s-%d.yaml".formatted(part.id().kind(), part.id().name(), i);
                tree = tree.with(
                        FilePath.of(file), ManifestText.of(objects.get(i).object()));
            }
        }
        return tree;
    }
}
