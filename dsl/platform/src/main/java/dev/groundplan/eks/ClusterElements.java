package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.attribute;
import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.index;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.secrets.EncryptionKey;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.aws.AwsCloudwatchLogGroup;
import dev.groundplan.terraform.aws.AwsEksCluster;
import dev.groundplan.terraform.aws.AwsEksCluster.AccessConfig;
import dev.groundplan.terraform.aws.AwsEksCluster.EncryptionConfig;
import dev.groundplan.terraform.aws.AwsEksCluster.KubernetesNetworkConfig;
import dev.groundplan.terraform.aws.AwsEksCluster.UpgradePolicy;
import dev.groundplan.terraform.aws.AwsEksCluster.VpcConfig;
import dev.groundplan.terraform.aws.AwsIamOpenidConnectProvider;
import java.util.ArrayList;
import java.util.List;

/** What a cluster consists of: its control plane here, its nodes, add-ons and access each in a class of their own. */
final class ClusterElements {

    private final EksCluster cluster;
    private final String address;

    ClusterElements(EksCluster cluster) {
        this.cluster = cluster;
        this.address = cluster.id().name().identifier();
    }

    Elements all(Site site) {
        var addons = new AddonElements(cluster, site);
        var nodes = new NodeGroups(cluster);
        var forNodes =
                new ArrayList<>(addons.elements(cluster.options().addons().beforeNodes()));
        forNodes.addAll(cluster.subnets().routes());
        return Elements.none()
                .with(Root.INFRA, controlPlane(site))
                .with(Root.INFRA, new AccessElements(cluster, site).all())
                .with(Root.INFRA, addons.all(cluster.options().addons().beforeNodes(), List.of()))
                .with(Root.INFRA, nodes.all(site, forNodes))
                .with(Root.INFRA, addons.all(cluster.options().addons().afterNodes(), nodes.elements(site)));
    }

    /** The cluster by its address alone, for what refers to it. */
    AwsEksCluster eks() {
        return AwsEksCluster.of(address, text(""), text(""), VpcConfig.of(list()));
    }

    AwsIamOpenidConnectProvider oidcProvider() {
        return AwsIamOpenidConnectProvider.of(address, texts(List.of("sts.amazonaws.com")), issuer());
    }

    Expression<String> issuerHost() {
        return call("trimprefix", issuer(), text("https://"));
    }

    Expression<String> securityGroupId() {
        return attribute(index(eks().<List<Object>>attribute("vpc_config"), 0), "cluster_security_group_id");
    }

    private Expression<String> issuer() {
        Expression<List<Object>> oidc = attribute(index(eks().identity(), 0), "oidc");
        return attribute(index(oidc, 0), "issuer");
    }

    private List<Declaration> controlPlane(Site site) {
        var role = role(site);
        var all = new ArrayList<>(key().declarations(site, EncryptionKey.useByLogs(site, logGroupName(site))));
        all.addAll(role.all(site));
        all.add(logGroup(site));
        all.add(eks(site, role).withDependsOn(role.attachments(site)).withDependsOn(logGroup(site)));
        all.add(oidcProvider());
        return all;
    }

    private AwsEksCluster eks(Site site, ServiceRole role) {
        return AwsEksCluster.of(address, text(cluster.name(site)), role.role().arn(), network())
                .withVersion(cluster.kubernetes().text())
                .withAccessConfig(AccessConfig.of()
                        .withAuthenticationMode("API")
                        .withBootstrapClusterCreatorAdminPermissions(false))
                .withBootstrapSelfManagedAddons(false)
                .withDeletionProtection(site.isProduction())
                .withEnabledClusterLogTypes(cluster.options().logs().types())
                .withKubernetesNetworkConfig(KubernetesNetworkConfig.of()
                        .withIpFamily("ipv4")
                        .withServiceIpv4Cidr(cluster.options().services().text()))
                .withEncryptionConfig(
                        EncryptionConfig.of(texts(List.of("secrets")), EncryptionConfig.Provider.of(key().arn())))
                .withUpgradePolicy(UpgradePolicy.of()
                        .withSupportType(cluster.options().hasExtendedSupport() ? "EXTENDED" : "STANDARD"));
    }

    private VpcConfig network() {
        var network = VpcConfig.of(cluster.subnets().ids())
                .withEndpointPrivateAccess(true)
                .withEndpointPublicAccess(cluster.options().endpoint().isPublic());
        return cluster.options().endpoint().isPublic()
                ? network.withPublicAccessCidrs(cluster.options().endpoint().cidrs())
                : network;
    }

    private ServiceRole role(Site site) {
        return new ServiceRole(
                address + "_cluster",
                cluster.name(site) + "-eks-cluster",
                PolicyDocuments.serviceTrust(
                        address + "_cluster_trust", "eks.amazonaws.com", "sts:AssumeRole", "sts:TagSession"),
                List.of("AmazonEKSClusterPolicy"));
    }

    /** EKS writes to a group of this name; it would make it itself, kept for ever, if it were not there before. */
    private AwsCloudwatchLogGroup logGroup(Site site) {
        return AwsCloudwatchLogGroup.of(address + "_cluster")
                .withName(logGroupName(site))
                .withRetentionInDays(cluster.options().logs().retention().count())
                .withKmsKeyId(key().arn());
    }

    private String logGroupName(Site site) {
        return "/aws/eks/" + cluster.name(site) + "/cluster";
    }

    private EncryptionKey key() {
        return new EncryptionKey(cluster.id());
    }
}
