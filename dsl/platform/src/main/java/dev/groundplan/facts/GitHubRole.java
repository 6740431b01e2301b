package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import java.util.List;

/**
 * An IAM role that jobs of GitHub Actions assume by OIDC, without a key that is kept anywhere.
 *
 * <p>The part that makes the role says this of it. Workflows take the ARN from here, and the checks hold the subject that a
 * job presents against {@code subjects}.
 *
 * @param name what the role is for: {@link #PLAN}, {@link #DRIFT}, {@link #APPLY}, or a name of the part's own
 * @param arn the role's ARN, such as {@code arn:aws:iam::111122223333:role/faceit-staging-plan}
 * @param subjects the subjects that its trust policy names, each whole and without wildcards, such as
 *     {@code repo:acme/platform:pull_request} or {@code repo:acme/platform:environment:production}
 * @see <a href="https://docs.github.com/en/actions/concepts/security/openid-connect">OpenID Connect in GitHub Actions</a>
 */
public record GitHubRole(String name, String arn, List<String> subjects) implements Fact {

    /** The name of the role that plans on pull requests: it changes nothing, and reads everything except secrets. */
    public static final String PLAN = "plan";

    /** The name of the role that compares what stands with what is described: it changes nothing, and reads everything. */
    public static final String DRIFT = "drift";

    /** The name of the role that changes what Terraform describes. */
    public static final String APPLY = "apply";

    /** Keeps a copy of the list. */
    public GitHubRole {
        subjects = List.copyOf(subjects);
    }
}
