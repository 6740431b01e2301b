package dev.groundplan.flux.bootstrap;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.object;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.DataAwsEksCluster;
import dev.groundplan.terraform.helm.HelmProvider;
import dev.groundplan.terraform.kubernetes.KubernetesProvider;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How Terraform's providers reach the cluster: address and certificate from EKS, and a token that {@code aws eks get-token}
 * makes each time, so that none outlives a long apply.
 */
final class ClusterProviders {

    private static final String EXEC_API = "client.authentication.k8s.io/v1beta1";

    private final DataAwsEksCluster cluster;
    private final List<String> getToken;

    ClusterProviders(String cluster, Site site) {
        this.cluster = DataAwsEksCluster.of("cluster", text(cluster));
        getToken = List.of(
                "eks",
                "get-token",
                "--cluster-name",
                cluster,
                "--region",
                site.region().code());
    }

    DataAwsEksCluster cluster() {
        return cluster;
    }

    KubernetesProvider kubernetes() {
        return KubernetesProvider.of()
                .withHost(cluster.endpoint())
                .withClusterCaCertificate(certificate())
                .withExec(
                        KubernetesProvider.Exec.of(text(EXEC_API), text("aws")).withArgs(getToken));
    }

    HelmProvider helm() {
        var exec = new LinkedHashMap<String, Expression<?>>();
        exec.put("api_version", text(EXEC_API));
        exec.put("command", text("aws"));
        exec.put("args", texts(getToken));
        var kubernetes = new LinkedHashMap<String, Expression<?>>();
        kubernetes.put("host", cluster.endpoint());
        kubernetes.put("cluster_ca_certificate", certificate());
        kubernetes.put("exec", object(exec));
        return HelmProvider.of().withKubernetes(object(kubernetes));
    }

    private Expression<String> certificate() {
        return call("base64decode", cluster.attribute("certificate_authority", "0", "data"));
    }
}
