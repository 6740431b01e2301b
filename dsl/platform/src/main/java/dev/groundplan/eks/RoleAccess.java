package dev.groundplan.eks;

/** A role and what it may do in a cluster. */
record RoleAccess(IamRole role, ClusterAccess access) {

    /** Refuses to stand beside another: EKS has one association of a role and a policy. */
    void refuseBeside(RoleAccess other) {
        if (role.equals(other.role) && access.policy().equals(other.access.policy())) {
            throw new IllegalArgumentException(
                    ("The role `%s` has the access `%s` to the cluster already: leave one out, or name all namespaces in one, as"
                                    + " in ClusterAccess.view().inNamespaces(\"test\", \"preview-*\").")
                            .formatted(role, access.label()));
        }
    }
}
