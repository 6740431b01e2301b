package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * What no role of the platform can do more than, whatever its policies say; renders to {@code permissions_boundary} of every
 * {@code aws_iam_role} that names none itself. Without it roles have no such bound.
 *
 * @param policy the ARN of a managed policy, such as {@code arn:aws:iam::111122223333:policy/pipelines}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">AWS: permissions boundaries</a>
 */
public record RoleBoundary(String policy) implements Fact {}
