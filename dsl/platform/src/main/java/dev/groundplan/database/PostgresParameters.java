package dev.groundplan.database;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.aws.AwsDbParameterGroup;
import dev.groundplan.terraform.aws.AwsDbParameterGroup.Parameter;

/**
 * The settings of the server. The family follows from the major version; with another one AWS needs another group while the
 * database still uses the first, hence the prefix for a name and the order of replacement.
 */
final class PostgresParameters {

    private PostgresParameters() {}

    static AwsDbParameterGroup group(Postgres postgres, Site site) {
        var group = named(postgres)
                .withNamePrefix(site.unique(postgres.id().name()) + "-" + family(postgres) + "-")
                .withDescription("Settings of the database " + postgres.name())
                .withLifecycle(Lifecycle.defaults().withCreateBeforeDestroy());
        for (var parameter : ServerParameter.withDefaults(postgres.options().parameters)) {
            group = group.withParameter(Parameter.of(text(parameter.name()), text(parameter.value()))
                    .withApplyMethod(parameter.method().text()));
        }
        return group;
    }

    static AwsDbParameterGroup named(Postgres postgres) {
        return AwsDbParameterGroup.of(postgres.id().name().identifier(), text(family(postgres)));
    }

    private static String family(Postgres postgres) {
        return "postgres" + postgres.version().major();
    }
}
