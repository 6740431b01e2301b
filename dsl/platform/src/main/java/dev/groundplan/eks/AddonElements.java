package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.aws.AwsEksAddon;
import java.util.ArrayList;
import java.util.List;

/** The add-ons of a cluster, and the roles of those that have rights in AWS. */
record AddonElements(EksCluster cluster, Site site) {

    private static final String NAMESPACE = "kube-system";
    private static final String OVERWRITE = "OVERWRITE";

    /** These add-ons; {@code needs} is what must be there for them to become ready. */
    List<Declaration> all(List<Addon> addons, List<Declaration> needs) {
        var all = new ArrayList<Declaration>();
        for (var addon : addons) {
            addon.rights().ifPresent(rights -> all.addAll(role(addon, rights).all(site)));
            all.add(complete(addon).withDependsOn(needs.toArray(Declaration[]::new)));
        }
        return all;
    }

    /** What comes after these add-ons depends on these. */
    List<Declaration> elements(List<Addon> addons) {
        return addons.stream().map(addon -> (Declaration) element(addon)).toList();
    }

    private AwsEksAddon complete(Addon addon) {
        var element = element(addon).withResolveConflictsOnCreate(OVERWRITE).withResolveConflictsOnUpdate(OVERWRITE);
        if (addon.version().isPresent()) {
            element = element.withAddonVersion(addon.version().get());
        }
        if (addon.configuration().isPresent()) {
            element = element.withConfigurationValues(addon.configuration().get());
        }
        if (addon.rights().isPresent()) {
            var role = role(addon, addon.rights().get());
            element = element.withServiceAccountRoleArn(role.role().arn()).withDependsOn(role.attachments(site));
        }
        return element;
    }

    private AwsEksAddon element(Addon addon) {
        return AwsEksAddon.of(
                address(addon),
                text(addon.name()),
                new ClusterElements(cluster).eks().name());
    }

    private ServiceRole role(Addon addon, Addon.Rights rights) {
        var trust = PolicyDocuments.serviceAccountTrust(
                address(addon) + "_trust", cluster, NAMESPACE, rights.serviceAccount());
        return new ServiceRole(address(addon), cluster.name(site) + "-eks-" + addon.name(), trust, rights.policies());
    }

    private String address(Addon addon) {
        return cluster.id().name().identifier() + "_" + addon.name().replace('-', '_');
    }
}
