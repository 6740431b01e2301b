package dev.groundplan.describe;

import dev.groundplan.values.AccountId;
import dev.groundplan.values.Name;
import dev.groundplan.values.Region;

/**
 * One place where the platform stands, such as staging or production: an AWS account and a region.
 *
 * @param name what it is called; the folder below {@code generated/} and a piece of every composed name
 * @param account the account that holds it; Terraform refuses to touch any other
 * @param region the region it stands in
 * @param isProduction whether losing it would hurt: parts choose redundancy and protection by it
 */
public record Environment(Name name, AccountId account, Region region, boolean isProduction) {

    /** Returns an environment that may be lost, such as staging. */
    public static Environment environment(String name, AccountId account, Region region) {
        return new Environment(new Name(name), account, region, false);
    }

    /** Returns this environment as one that must not be lost. */
    public Environment asProduction() {
        return new Environment(name, account, region, true);
    }

    @Override
    public String toString() {
        return name.text();
    }
}
