package dev.groundplan.controllers;

import static dev.groundplan.charts.ChartValues.chartValues;

import dev.groundplan.charts.ChartValues;
import dev.groundplan.charts.HelmRelease;
import dev.groundplan.describe.Site;
import dev.groundplan.eks.EksCluster;

/**
 * The External Secrets Operator: it makes Secrets of what is kept in AWS.
 *
 * <p>Renders to a {@code HelmRelease} in the namespace {@code external-secrets}, and brings the kinds of
 * {@code external-secrets.io}, served as {@code v1} alone. The operator has no rights in AWS: each {@code SecretStore} names
 * the service account in whose name it reads, so that what one namespace may read, no other does.
 *
 * <p>Two of the operator run, and two of the webhook that holds every store and secret against its schema; of each, one at a
 * time is taken away.
 *
 * @see <a href="https://external-secrets.io/latest/">External Secrets Operator</a>
 */
public final class ExternalSecrets extends Controller {

    private static final String NAME = "external-secrets";
    private static final String VERSION = "2.9.0";

    private ExternalSecrets(EksCluster cluster) {
        super(NAME, cluster);
    }

    private ExternalSecrets(ExternalSecrets operator) {
        super(operator);
    }

    /** Returns the operator of this cluster. */
    public static ExternalSecrets externalSecrets(EksCluster cluster) {
        return new ExternalSecrets(cluster);
    }

    /** Returns this operator with further values of its chart; of two for one key this one counts. */
    public ExternalSecrets withValues(ChartValues more) {
        var copy = new ExternalSecrets(this);
        copy.values = values.and(more);
        return copy;
    }

    @Override
    HelmRelease release(Site site) {
        var chart = chart("oci://ghcr.io/external-secrets/charts", VERSION);
        return release(chart, cluster.namespace(NAME)).withValues(defaults());
    }

    private static ChartValues defaults() {
        return chartValues()
                .with("installCRDs", true)
                .with("crds.unsafeServeV1Beta1", false)
                .with("replicaCount", 2)
                .with("leaderElect", true)
                .with("serviceAccount.create", true)
                .with("serviceAccount.name", NAME)
                .with("podDisruptionBudget", oneLeft())
                .with("resources", Resources.of("50m", "256Mi"))
                .with("webhook.replicaCount", 2)
                .with("webhook.serviceAccount.name", NAME + "-webhook")
                .with("webhook.podDisruptionBudget", oneLeft())
                .with("webhook.resources", Resources.of("20m", "128Mi"))
                .with("certController.serviceAccount.name", NAME + "-cert-controller")
                .with("certController.resources", Resources.of("20m", "256Mi"));
    }

    private static ChartValues oneLeft() {
        return chartValues().with("enabled", true).with("minAvailable", 1);
    }
}
