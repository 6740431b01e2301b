package dev.groundplan.eks;

import dev.groundplan.describe.Site;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a role may do in a cluster; renders to {@code aws_eks_access_policy_association}.
 *
 * @param label what names the association's element
 * @param policy the name of EKS's access policy
 * @param namespaces where it holds; everywhere when empty
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html">AWS: access policies</a>
 */
public record ClusterAccess(String label, String policy, List<String> namespaces) {

    private static final Pattern NAMESPACE = Pattern.compile("(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9*])?|\\*");

    static final ClusterAccess ADMINISTRATOR =
            new ClusterAccess("administrator", "AmazonEKSClusterAdminPolicy", List.of());

    /** Keeps a copy of the namespaces. */
    public ClusterAccess {
        namespaces = List.copyOf(namespaces);
    }

    /** Returns the right to change everything inside namespaces, roles and secrets included. */
    public static ClusterAccess admin() {
        return new ClusterAccess("admin", "AmazonEKSAdminPolicy", List.of());
    }

    /** Returns the right to change what runs in namespaces and to read their secrets, and no roles. */
    public static ClusterAccess edit() {
        return new ClusterAccess("edit", "AmazonEKSEditPolicy", List.of());
    }

    /** Returns the right to see what is in namespaces, secrets left out. */
    public static ClusterAccess view() {
        return new ClusterAccess("view", "AmazonEKSViewPolicy", List.of());
    }

    /** Returns the right to see everything in the cluster, secrets and custom resources included, and to change nothing. */
    public static ClusterAccess adminView() {
        return new ClusterAccess("admin_view", "AmazonEKSAdminViewPolicy", List.of());
    }

    /**
     * Returns this right in these namespaces alone; renders to {@code access_scope} of type {@code namespace}.
     *
     * @param names lower-case letters, digits and hyphens; {@code *} at the end stands for any ending
     * @throws IllegalArgumentException if there is none, or one is no name of a namespace
     */
    public ClusterAccess inNamespaces(String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException(
                    "inNamespaces() names no namespace: name one, as in .inNamespaces(\"test\"), or leave the call out.");
        }
        for (var name : names) {
            if (!NAMESPACE.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        ("`%s` is no name of a namespace: write at most 63 lower-case letters, digits and hyphens, with `*` at"
                                        + " the end for any ending, as in .inNamespaces(\"test\", \"preview-*\").")
                                .formatted(name));
            }
        }
        return new ClusterAccess(label, policy, List.of(names));
    }

    String policyArn(Site site) {
        return "arn:%s:eks::aws:cluster-access-policy/%s"
                .formatted(site.region().partition(), policy);
    }
}
