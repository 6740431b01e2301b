package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsEksAccessEntry;
import dev.groundplan.terraform.aws.AwsEksAccessPolicyAssociation;
import dev.groundplan.terraform.aws.AwsEksAccessPolicyAssociation.AccessScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Who gets into a cluster: an entry for each role, and an association for each of its rights. */
record AccessElements(EksCluster cluster, Site site) {

    List<Declaration> all() {
        var roles = new LinkedHashSet<IamRole>();
        cluster.options().access().forEach(access -> roles.add(access.role()));
        var all = new ArrayList<Declaration>();
        roles.forEach(role -> all.add(entry(role)));
        cluster.options().access().forEach(access -> all.add(association(access)));
        return all;
    }

    private AwsEksAccessEntry entry(IamRole role) {
        return AwsEksAccessEntry.of(
                address(role), new ClusterElements(cluster).eks().name(), role.arn(site));
    }

    private AwsEksAccessPolicyAssociation association(RoleAccess granted) {
        var entry = entry(granted.role());
        return AwsEksAccessPolicyAssociation.of(
                address(granted.role()) + "_" + granted.access().label(),
                entry.clusterName(),
                text(granted.access().policyArn(site)),
                entry.principalArn(),
                scope(granted.access()));
    }

    private static AccessScope scope(ClusterAccess access) {
        return access.namespaces().isEmpty()
                ? AccessScope.of(text("cluster"))
                : AccessScope.of(text("namespace")).withNamespaces(access.namespaces());
    }

    private String address(IamRole role) {
        return cluster.id().name().identifier() + "_" + role.identifier();
    }
}
