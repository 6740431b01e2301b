package dev.groundplan.describe;

import dev.groundplan.values.AccountId;
import dev.groundplan.values.Name;
import dev.groundplan.values.ParameterName;
import dev.groundplan.values.Region;

/**
 * Where a part stands: which platform, in which environment. Names that must not collide are composed here, and ARNs of
 * things whose name is known.
 *
 * @param platform what the platform is called
 * @param environment which of its environments it is
 * @param stateBucket the bucket that holds the Terraform state of all its root modules
 */
public record Site(Name platform, Environment environment, String stateBucket) {

    /** The site whose Terraform state is in {@code <platform>-<environment>-terraform-state-<account>}. */
    public Site(Name platform, Environment environment) {
        this(platform, environment, "%s-%s-terraform-state-%s".formatted(platform, environment, environment.account()));
    }

    /** Returns the account that everything stands in. */
    public AccountId account() {
        return environment.account();
    }

    /** Returns the region that everything stands in. */
    public Region region() {
        return environment.region();
    }

    /** Returns whether losing this site would hurt. */
    public boolean isProduction() {
        return environment.isProduction();
    }

    /** Returns platform and environment, such as {@code faceit-staging}: every composed name begins with it. */
    public String prefix() {
        return platform + "-" + environment;
    }

    /**
     * Returns the name, unique in the account, of a thing called {@code name}: {@code faceit-staging-orders} for
     * {@code orders}, and {@code faceit-staging} for {@code faceit} itself.
     */
    public String unique(Name name) {
        return name.equals(platform) ? prefix() : prefix() + "-" + name;
    }

    /** Returns where the state of this root module is kept. */
    public RootState state(Root root) {
        return new RootState(this, root);
    }

    /** Returns the ARN of the IAM role with this full name. */
    public String roleArn(String roleName) {
        return "arn:%s:iam::%s:role/%s".formatted(region().partition(), account(), roleName);
    }

    /** Returns the ARN of the managed policy of AWS with this path and name, such as {@code AmazonEKSClusterPolicy}. */
    public String awsPolicyArn(String policy) {
        return "arn:%s:iam::aws:policy/%s".formatted(region().partition(), policy);
    }

    /** Returns the ARN of the parameter with this name. */
    public String parameterArn(ParameterName name) {
        return "arn:%s:ssm:%s:%s:parameter%s".formatted(region().partition(), region(), account(), name);
    }
}
