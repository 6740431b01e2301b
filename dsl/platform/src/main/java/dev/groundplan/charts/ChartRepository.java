package dev.groundplan.charts;

import java.util.regex.Pattern;

/**
 * Where charts are kept: a Helm repository ({@code https://…}) or a registry ({@code oci://…}).
 *
 * <p>Renders to a {@code HelmRepository}, or to an {@code OCIRepository} of the one chart.
 *
 * @param address such as {@code https://aws.github.io/eks-charts} or {@code oci://ghcr.io/external-secrets/charts}
 */
public record ChartRepository(String address) {

    private static final String OCI = "oci://";
    private static final Pattern GRAMMAR =
            Pattern.compile("(https|oci)://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?");

    /** Refuses what is no address of charts with an {@link IllegalArgumentException}. */
    public ChartRepository {
        if (!GRAMMAR.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no chart repository: write its address with `https://` or `oci://`, as in repository(\"https://kubernetes.github.io/autoscaler\")."
                            .formatted(address));
        }
    }

    /** Returns the repository at this address. */
    public static ChartRepository repository(String address) {
        return new ChartRepository(address);
    }

    /** Returns whether it is a registry of images that also keeps charts. */
    public boolean isRegistry() {
        return address.startsWith(OCI);
    }

    /** Returns the address of one chart in a registry. */
    String chart(String name) {
        return address.replaceAll("/+$", "") + "/" + name;
    }

    @Override
    public String toString() {
        return address;
    }
}
