package dev.groundplan.eks;

import dev.groundplan.terraform.Expression;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Software that EKS installs in a cluster and keeps.
 *
 * <p>Renders to {@code aws_eks_addon}. What was changed in the cluster by hand is changed back
 * ({@code resolve_conflicts_on_update = "OVERWRITE"}).
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html">AWS: EKS add-ons</a>
 */
public final class Addon {

    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern VERSION = Pattern.compile("v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+");

    private final String name;
    private Optional<String> version = Optional.empty();
    private Optional<Expression<String>> configuration = Optional.empty();
    private Optional<Rights> rights = Optional.empty();

    /** The service account that it runs as, and the managed policies of AWS that this account has. */
    record Rights(String serviceAccount, List<String> policies) {

        private static final Pattern SERVICE_ACCOUNT = Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
        private static final Pattern POLICY = Pattern.compile("([A-Za-z0-9_-]+/)*[A-Za-z0-9_+=,.@-]{1,128}");

        Rights {
            if (!SERVICE_ACCOUNT.matcher(serviceAccount).matches()) {
                throw new IllegalArgumentException(
                        ("`%s` is no name of a service account: write lower-case letters, digits, `-` and `.`, as in"
                                        + " .withRights(\"ebs-csi-controller-sa\", …).")
                                .formatted(serviceAccount));
            }
            for (var policy : policies) {
                refuseBadPolicy(policy);
            }
            policies = List.copyOf(policies);
        }

        private static void refuseBadPolicy(String policy) {
            if (!POLICY.matcher(policy).matches()) {
                throw new IllegalArgumentException(
                        ("`%s` is no managed policy of AWS: write its name, with its path before it if it has one, as in"
                                        + " \"service-role/AmazonEBSCSIDriverPolicy\".")
                                .formatted(policy));
            }
        }
    }

    private Addon(String name) {
        this.name = name;
    }

    private Addon(Addon addon) {
        this(addon.name);
        version = addon.version;
        configuration = addon.configuration;
        rights = addon.rights;
    }

    /**
     * Returns an add-on in the version that EKS chooses for the cluster's version of Kubernetes.
     *
     * @param name as {@code aws eks describe-addon-versions} lists it, such as {@code aws-ebs-csi-driver}
     * @throws IllegalArgumentException if it is no name
     */
    public static Addon addon(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of an add-on: write letters, digits, `-` and `_`, as in addon(\"aws-ebs-csi-driver\")."
                            .formatted(name));
        }
        return new Addon(name);
    }

    /**
     * Returns this add-on in one version; renders to {@code addon_version}.
     *
     * @param text such as {@code v1.20.4-eksbuild.2}
     * @throws IllegalArgumentException if it is no version of an add-on
     */
    public Addon withVersion(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    ("`%s` is no version of an add-on: write `v`, three numbers and EKS's build, as in"
                                    + " \"v1.20.4-eksbuild.2\"; `aws eks describe-addon-versions --addon-name %s` lists them.")
                            .formatted(text, name));
        }
        var copy = new Addon(this);
        copy.version = Optional.of(text);
        return copy;
    }

    /**
     * Returns this add-on configured so; renders to {@code configuration_values}.
     *
     * @param json what {@code aws eks describe-addon-configuration} describes, as JSON text: literal, or made by
     *     {@code jsonencode(…)}
     */
    public Addon withConfiguration(Expression<String> json) {
        var copy = new Addon(this);
        copy.configuration = Optional.of(json);
        return copy;
    }

    /**
     * Returns this add-on with rights in AWS; renders to a role that only this service account of {@code kube-system} may take
     * on, and to {@code service_account_role_arn}.
     *
     * @param serviceAccount the one that the add-on runs as, such as {@code ebs-csi-controller-sa}
     * @param policy a managed policy of AWS, with its path, such as {@code service-role/AmazonEBSCSIDriverPolicy}
     * @param more further ones
     * @throws IllegalArgumentException if one of them is no name, such as an ARN
     */
    public Addon withRights(String serviceAccount, String policy, String... more) {
        var copy = new Addon(this);
        var policies = Stream.concat(Stream.of(policy), Stream.of(more)).toList();
        copy.rights = Optional.of(new Rights(serviceAccount, policies));
        return copy;
    }

    /** Returns what EKS calls it. */
    public String name() {
        return name;
    }

    Optional<String> version() {
        return version;
    }

    Optional<Expression<String>> configuration() {
        return configuration;
    }

    Optional<Rights> rights() {
        return rights;
    }
}
