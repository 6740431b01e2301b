package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;
import java.util.List;

/**
 * Reloader: it restarts the pods of a Deployment, StatefulSet or DaemonSet, few at a time as in any rollout, when a Secret that
 * they read has changed.
 *
 * <p>Renders to a {@code HelmRelease} in the namespace {@code reloader}. It watches all namespaces and restarts only what asks
 * for it: {@code secret.reloader.stakater.com/auto: "true"} for every Secret that the pods read, or
 * {@code secret.reloader.stakater.com/reload: <names>} for some, on the object itself. An object with such an annotation in a
 * platform without Reloader is refused (K30).
 *
 * <p>A restart is an annotation of the pod template, {@code reloader.stakater.com/last-reloaded-from}: the container stays as
 * it is described, and Flux leaves a field alone that another one owns. ConfigMaps are not watched, nor may Reloader read them:
 * a hash of a workload's files is in its pod template, so that a change rolls by itself. Jobs are left alone: to restart one
 * would be to run it again.
 *
 * <p>Two of Reloader run, of which one leads, and one at a time is taken away. A Secret that changes while none leads, for
 * some 15 s when the leader goes, restarts nothing.
 *
 * @see <a href="https://docs.stakater.com/reloader/1.4/how-to-guides/use-reloader-with-flux.html">Reloader with Flux</a>
 */
public final class Reloader extends Controller {

    private static final String NAME = "reloader";
    private static final String VERSION = "2.2.18";

    private Reloader(EksCluster cluster) {
        super(NAME, cluster);
    }

    private Reloader(Reloader reloader) {
        super(reloader);
    }

    /** Returns the Reloader of this cluster. */
    public static Reloader reloader(EksCluster cluster) {
        return new Reloader(cluster);
    }

    /** Returns this Reloader with further values of its chart; of two for one key this one counts. */
    public Reloader withValues(ChartValues more) {
        var copy = new Reloader(this);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    HelmRelease release(Site site) {
        var chart = chart("https://stakater.github.io/stakater-charts", VERSION);
        return release(chart, cluster.namespace(NAME))
                .withValues(chartValues().with("fullnameOverride", NAME).with("reloader", what().and(how())));
    }

    private static ChartValues what() {
        return chartValues()
                .with("watchGlobally", true)
                .with("autoReloadAll", false)
                .with("ignoreConfigMaps", true)
                .with("ignoreJobs", true)
                .with("ignoreCronJobs", true)
                .with("reloadStrategy", "annotations");
    }

    private static ChartValues how() {
        return chartValues()
                .with("logFormat", "json")
                .with("enableHA", true)
                .with("deployment.replicas", 2)
                .with("podDisruptionBudget.enabled", true)
                .with("podDisruptionBudget.minAvailable", 1)
                .with("serviceAccount.create", true)
                .with("serviceAccount.name", NAME)
                // Of what the namespace demands the chart says what is of the pod, and nothing of the container.
                .with("readOnlyRootFileSystem", true)
                .with("deployment.containerSecurityContext.allowPrivilegeEscalation", false)
                .withTexts("deployment.containerSecurityContext.capabilities.drop", List.of("ALL"))
                .with("deployment.resources", Resources.of("20m", "256Mi"));
    }
}
