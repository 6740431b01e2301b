package dev.groundplan.check;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.describe.Environment.environment;
import static dev.groundplan.describe.Platform.platform;
import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;

import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import java.util.stream.Collectors;

/** What one of all checks finds in a platform of some parts, as a reader is told it. */
final class Found {

    private static final Environment STAGING = environment("staging", account("111122223333"), region("eu-west-2"));

    private Found() {}

    static String by(String check, Part... parts) {
        return by(check, STAGING, parts);
    }

    static String byInProduction(String check, Part... parts) {
        var production = environment("production", account("444455556666"), region("eu-west-2"));
        return by(check, production.asProduction(), parts);
    }

    private static String by(String check, Environment environment, Part... parts) {
        var expanded = groundplan(each -> platform("shop", each).with(parts), environment)
                .expand();
        return expanded.sequencedValues().stream()
                .flatMap(platform -> Checks.all().find(platform).stream())
                .filter(problem -> problem.id().equals(check))
                .map(problem -> problem.text(environment.toString()))
                .collect(Collectors.joining("\n"));
    }
}
