package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * The key of KMS that the Terraform state is encrypted with; renders to {@code kms_key_id} of every backend. Without it S3
 * encrypts the state with a key of its own.
 *
 * @param alias the ARN of the key's alias, such as {@code arn:aws:kms:eu-west-2:111122223333:alias/faceit-staging-state}
 */
public record StateKey(String alias) implements Fact {}
