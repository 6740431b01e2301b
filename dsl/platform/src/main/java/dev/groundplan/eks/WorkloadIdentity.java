package dev.groundplan.eks;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.terraform.aws.AwsEksPodIdentityAssociation;
import dev.groundplan.terraform.aws.AwsIamRole;
import dev.groundplan.terraform.aws.AwsIamRolePolicy;
import dev.groundplan.terraform.aws.DataAwsIamPolicyDocument;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What pods of one service account may do in AWS ("IAM roles for service accounts", or {@link #byPodIdentity}).
 *
 * <p>Renders to {@code aws_iam_role} with a trust policy that names exactly this service account as subject and
 * {@code sts.amazonaws.com} as audience, {@code aws_iam_role_policy}, and the {@code ServiceAccount} with the role's ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html">AWS: IRSA</a>
 */
public final class WorkloadIdentity implements Part {

    private final PartId id;
    private final SourceLine line;
    private final PartReference inNamespace;
    private final Namespace namespace;
    private Placement placement;
    private List<PolicyStatement> statements = List.of();
    private boolean isByPodIdentity;

    private WorkloadIdentity(PartId id, SourceLine line, PartReference inNamespace, Namespace namespace) {
        this.id = id;
        this.line = line;
        this.inNamespace = inNamespace;
        this.namespace = namespace;
        this.placement = Layer.APPS.directory(id.name());
    }

    private WorkloadIdentity(WorkloadIdentity identity) {
        this(identity.id, identity.line, identity.inNamespace, identity.namespace);
        placement = identity.placement;
        statements = identity.statements;
        isByPodIdentity = identity.isByPodIdentity;
    }

    /**
     * Returns an identity without rights.
     *
     * @param serviceAccount the name of the service account, and, after platform and environment, of the role
     * @param namespace the service account's namespace
     */
    public static WorkloadIdentity workloadIdentity(String serviceAccount, Namespace namespace) {
        return new WorkloadIdentity(
                PartId.of("identity", serviceAccount),
                SourceLine.here(),
                PartReference.to(namespace, "namespace"),
                namespace);
    }

    /** Returns this identity with more rights; renders to {@code aws_iam_role_policy.policy}. */
    public WorkloadIdentity allowing(PolicyStatement... more) {
        var copy = new WorkloadIdentity(this);
        var all = new ArrayList<>(statements);
        all.addAll(List.of(more));
        copy.statements = List.copyOf(all);
        return copy;
    }

    /** Returns this identity with its service account kept elsewhere; without this call below {@code apps}. */
    public WorkloadIdentity placedAt(Placement other) {
        var copy = new WorkloadIdentity(this);
        copy.placement = other;
        return copy;
    }

    /**
     * Returns this identity given to pods by the agent that runs on every node (EKS Pod Identity), in place of a token that the
     * service account shows to AWS. The service account then says nothing of AWS. Renders to
     * {@code aws_eks_pod_identity_association}, and to a trust policy that names {@code pods.eks.amazonaws.com}, the account, the
     * cluster, the namespace and the service account.
     *
     * <p>A store of External Secrets that names a service account needs the token: leave its identity as it is.
     *
     * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html">AWS: EKS Pod Identity</a>
     */
    public WorkloadIdentity byPodIdentity() {
        var copy = new WorkloadIdentity(this);
        copy.isByPodIdentity = true;
        return copy;
    }

    /** Returns the service account's name. */
    public String serviceAccount() {
        return id.name().text();
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public List<PartReference> references() {
        return List.of(inNamespace);
    }

    @Override
    public Elements expand(Site site) {
        var trust = trust(site);
        var role = AwsIamRole.of(address(), trust.json()).withName(site.unique(id.name()));
        var elements = Elements.none().with(Root.INFRA, trust, role).with(placement, serviceAccount(site));
        if (isByPodIdentity) {
            elements = elements.with(Root.INFRA, association(role));
        }
        if (statements.isEmpty()) {
            return elements;
        }
        var rights = PolicyDocuments.document(address() + "_rights", statements);
        var policy = AwsIamRolePolicy.of(address(), rights.json(), role.id()).withName("rights");
        return elements.with(Root.INFRA, rights, policy);
    }

    private DataAwsIamPolicyDocument trust(Site site) {
        var name = address() + "_trust";
        return isByPodIdentity
                ? PolicyDocuments.podIdentityTrust(name, site, namespace, serviceAccount())
                : PolicyDocuments.serviceAccountTrust(name, namespace.cluster(), namespace.name(), serviceAccount());
    }

    private AwsEksPodIdentityAssociation association(AwsIamRole role) {
        var cluster = new ClusterElements(namespace.cluster()).eks().name();
        return AwsEksPodIdentityAssociation.of(
                address(), cluster, text(namespace.name()), role.arn(), text(serviceAccount()));
    }

    private ServiceAccount serviceAccount(Site site) {
        var metadata = new ServiceAccountBuilder()
                .withAutomountServiceAccountToken(false)
                .withNewMetadata()
                .withName(serviceAccount())
                .withNamespace(namespace.name());
        return isByPodIdentity
                ? metadata.endMetadata().build()
                : metadata.addToAnnotations("eks.amazonaws.com/role-arn", site.roleArn(site.unique(id.name())))
                        .endMetadata()
                        .build();
    }

    private String address() {
        return id.name().identifier();
    }
}
