package dev.groundplan.state;

import static dev.groundplan.eks.IamRole.composedRole;

import dev.groundplan.cloudformation.Output;
import dev.groundplan.cloudformation.Resource;
import dev.groundplan.cloudformation.Template;
import dev.groundplan.delivery.GitHubRepository;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.IamRole;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.facts.RoleBoundary;
import dev.groundplan.facts.StateKey;
import dev.groundplan.facts.TrustedRepository;
import dev.groundplan.files.FilePath;
import dev.groundplan.values.Name;
import dev.groundplan.values.ParameterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must exist before Terraform runs for the first time, as a template of CloudFormation that a person deploys once: the
 * bucket that keeps the state, the key that encrypts it, and the roles that GitHub's jobs assume.
 *
 * <p>Renders to {@code cloudformation/bootstrap.json}. Bucket and key stay when the stack goes. The backends of all root modules
 * name this bucket ({@link Site#stateBucket}) and the key's alias. Each role trusts subjects that are named whole, without
 * wildcards:
 *
 * <ul>
 *   <li>{@link #planRole} a job on a pull request. Whoever opens one in the repository itself runs what he likes with it, so it
 *       reads what the policy {@code ReadOnlyAccess} has, but no secret: it decrypts nothing except the state. The AWS provider
 *       decrypts each {@code SecureString} when it refreshes it, so such jobs plan with {@code -refresh=false}.
 *   <li>{@link #driftRole} a job on the default branch. It may do the same, and decrypts every {@code SecureString} of the account
 *       and region, so that it can refresh what stands.
 *   <li>{@link #applyRole} a job in the environment of the repository that is called like this environment.
 * </ul>
 *
 * @see <a href="https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws">OpenID
 *     Connect in AWS</a>
 * @see <a href="https://github.com/hashicorp/terraform-provider-aws/issues/42849">what the provider decrypts</a>
 */
public final class TerraformState implements Part {

    private static final Name PLAN = new Name("terraform-plan");
    private static final Name DRIFT = new Name("terraform-drift");
    private static final Name APPLY = new Name("terraform-apply");
    private static final String READ_ONLY = "ReadOnlyAccess";
    private static final Pattern POLICY = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,128}");
    private static final int LONGEST_ROLE = 64;
    private static final int LONGEST_BUCKET = 63;

    private final PartId id = PartId.of("state", "terraform");
    private final SourceLine line;
    private final GitHubRepository repository;
    private boolean isSharingProvider;
    private List<ParameterName> readByPlans = List.of();
    private Optional<String> boundary = Optional.empty();

    private TerraformState(SourceLine line, GitHubRepository repository) {
        this.line = line;
        this.repository = repository;
    }

    private TerraformState(TerraformState state) {
        this(state.line, state.repository);
        isSharingProvider = state.isSharingProvider;
        readByPlans = state.readByPlans;
        boundary = state.boundary;
    }

    /**
     * Returns the state of a platform whose Terraform runs in the workflows of this repository.
     *
     * @param repository where plans and applies run
     */
    public static TerraformState terraformState(GitHubRepository repository) {
        return new TerraformState(SourceLine.here(), repository);
    }

    /**
     * Returns this without an identity provider of its own: an account has only one for GitHub, and another stack made it. Without
     * this call the template makes it, as {@code AWS::IAM::OIDCProvider}.
     */
    public TerraformState withExistingIdentityProvider() {
        var copy = new TerraformState(this);
        copy.isSharingProvider = true;
        return copy;
    }

    /**
     * Returns this with a bound on what the three roles, and all roles that Terraform makes here, may do whatever their policies
     * say. Without this call the role that applies can make a role that may do more than itself.
     *
     * <p>Renders to {@code PermissionsBoundary} of the three roles, to {@code permissions_boundary} of every
     * {@code aws_iam_role} that names none itself, and to denials for the role that applies: it can't make a role without this
     * bound, give rights to one without it, take the bound away, or change the policy. The policy must exist before the stack, and
     * must allow what nodes, controllers and workloads need.
     *
     * <p>Not bounded is what needs no new role: a role that stands already without the bound, and whose name begins with the
     * platform's, can be passed on and made to trust others; rights inside the cluster; and policies of buckets, keys and other
     * resources that name a principal.
     *
     * @param policy the name of a managed policy of the account, such as {@code pipelines}
     * @throws IllegalArgumentException if it is no name of a policy
     */
    public TerraformState withPermissionsBoundary(String policy) {
        if (!POLICY.matcher(policy).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a managed policy: write at most 128 letters, digits and `_+=,.@-`, as in withPermissionsBoundary(\"pipelines\")."
                            .formatted(policy));
        }
        var copy = new TerraformState(this);
        copy.boundary = Optional.of(policy);
        return copy;
    }

    /**
     * Returns this with a role that plans and may read one more parameter that is a secret; call it again for another. A plan of
     * the root module {@code bootstrap} needs it for the login of Flux at a private repository, which Terraform reads whenever it
     * plans, refreshing or not. Whoever can open a pull request in the repository itself can then read that secret: keep there a
     * login that reads this one repository and nothing else.
     *
     * @param parameter a {@code SecureString}, such as {@code /faceit/flux}
     */
    public TerraformState withSecretReadByPlans(ParameterName parameter) {
        var copy = new TerraformState(this);
        copy.readByPlans = Stream.concat(readByPlans.stream(), Stream.of(parameter))
                .distinct()
                .toList();
        return copy;
    }

    /**
     * Returns the role that plans on pull requests, for {@code cluster.withAccess(…)}; renders to
     * {@code <platform>-<environment>-terraform-plan}.
     */
    public IamRole planRole() {
        return composedRole(PLAN);
    }

    /**
     * Returns the role that looks for drift, for {@code cluster.withAccess(…)}: it refreshes what {@code bootstrap} has in the
     * cluster. Renders to {@code <platform>-<environment>-terraform-drift}.
     */
    public IamRole driftRole() {
        return composedRole(DRIFT);
    }

    /**
     * Returns the role that applies, for {@code cluster.withAdministrator(…)}; renders to
     * {@code <platform>-<environment>-terraform-apply}.
     */
    public IamRole applyRole() {
        return composedRole(APPLY);
    }

    /** Returns the repository where plans and applies run. */
    public GitHubRepository repository() {
        return repository;
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    /**
     * Returns the template, and what it means for backends and workflows.
     *
     * @throws IllegalArgumentException if a name would be too long for AWS
     */
    @Override
    public Elements expand(Site site) {
        requireAtMost(LONGEST_BUCKET, "bucket", site.stateBucket(), "call platform(…).withStateBucket(…)");
        requireAtMost(LONGEST_ROLE, "role", site.unique(APPLY), "call platform or environment something shorter");
        var bucket = new StateBucket(site);
        var template = template(site, bucket);
        return boundaryArn(site)
                .map(arn -> Elements.none().with(new RoleBoundary(arn)))
                .orElseGet(Elements::none)
                .with(FilePath.of("cloudformation/bootstrap.json"), template::text)
                .with(
                        new StateKey(bucket.aliasArn()),
                        new TrustedRepository(repository.path()),
                        new GitHubRole(GitHubRole.PLAN, site.roleArn(site.unique(PLAN)), planSubjects()),
                        new GitHubRole(GitHubRole.DRIFT, site.roleArn(site.unique(DRIFT)), driftSubjects()),
                        new GitHubRole(GitHubRole.APPLY, site.roleArn(site.unique(APPLY)), applySubjects(site)));
    }

    private Template template(Site site, StateBucket bucket) {
        var roles = new PipelineRoles(site, isSharingProvider);
        var resources = new ArrayList<Resource>(bucket.resources());
        roles.provider().ifPresent(resources::add);
        var pipelines = pipelines(site, roles, new PipelinePolicies(site, bucket));
        resources.addAll(pipelines);
        return new Template(
                "What must exist before Terraform runs for the platform %s in the environment %s."
                        .formatted(site.platform(), site.environment()),
                resources,
                outputs(bucket, pipelines));
    }

    private List<Resource> pipelines(Site site, PipelineRoles roles, PipelinePolicies policies) {
        var bound = boundaryArn(site);
        var plan = roles.rights(policies.plan(readByPlans), READ_ONLY, bound);
        var drift = roles.rights(policies.drift(), READ_ONLY, bound);
        var own = Stream.of(PLAN, DRIFT, APPLY).map(site::unique).toArray(String[]::new);
        var apply = roles.rights(policies.apply(bound, own), "PowerUserAccess", bound);
        return List.of(
                roles.role("PlanRole", site.unique(PLAN), planSubjects(), plan),
                roles.role("DriftRole", site.unique(DRIFT), driftSubjects(), drift),
                roles.role("ApplyRole", site.unique(APPLY), applySubjects(site), apply));
    }

    private static List<Output> outputs(StateBucket bucket, List<Resource> pipelines) {
        var outputs = new ArrayList<Output>();
        outputs.add(new Output(
                "BucketName",
                "The bucket that keeps the Terraform state.",
                bucket.bucket().ref()));
        outputs.add(new Output(
                "KmsKeyArn", "The key that encrypts it.", bucket.key().attribute("Arn")));
        outputs.add(new Output(
                "PlanRoleArn", "The role of jobs that plan.", pipelines.get(0).attribute("Arn")));
        outputs.add(new Output(
                "DriftRoleArn",
                "The role of jobs that look for drift.",
                pipelines.get(1).attribute("Arn")));
        outputs.add(new Output(
                "ApplyRoleArn", "The role of jobs that apply.", pipelines.get(2).attribute("Arn")));
        return outputs;
    }

    private Optional<String> boundaryArn(Site site) {
        return boundary.map(
                policy -> "arn:%s:iam::%s:policy/%s".formatted(site.region().partition(), site.account(), policy));
    }

    private List<String> planSubjects() {
        return List.of(repository.pullRequestSubject());
    }

    private List<String> driftSubjects() {
        return List.of(repository.defaultBranchSubject());
    }

    private List<String> applySubjects(Site site) {
        return List.of(repository.environmentSubject(site.environment().toString()));
    }

    private static void requireAtMost(int most, String kind, String name, String mend) {
        if (name.length() > most) {
            throw new IllegalArgumentException("The %s `%s` would have a name of %s characters, and AWS takes %s: %s."
                    .formatted(kind, name, name.length(), most, mend));
        }
    }
}
