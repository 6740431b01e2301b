package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppVariable;
import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds apps that talk to PostgreSQL in plain text where it forces TLS, or verify without certificates to verify with. */
final class TlsUnlikeDatabase implements ElementsCheck {

    private static final String MODE = "SSLMODE";
    private static final List<String> VERIFYING = List.of("verify-ca", "verify-full");
    private static final List<String> TLS = List.of("require", "verify-ca", "verify-full");

    /** Those of libpq and of the driver for Java. */
    private static final List<String> KNOWN =
            List.of("allow", "disable", "prefer", "require", "verify-ca", "verify-full");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var values = new GivenValues(platform);
        var databases = new DatabasesOfApp(platform);
        return RunApp.in(platform).stream()
                .flatMap(app -> problems(app, values, databases))
                .toList();
    }

    private static Stream<Problem> problems(RunApp app, GivenValues values, DatabasesOfApp databases) {
        var problems = new ArrayList<Problem>();
        for (var variable : modes(app)) {
            value(app, values, variable).ifPresent(mode -> {
                if (!KNOWN.contains(mode)) {
                    problems.add(unknown(app, variable.name(), mode));
                } else if (!TLS.contains(mode) && databases.forceTls(app, beginning(variable))) {
                    problems.add(plain(app, variable.name(), mode));
                }
                if (VERIFYING.contains(mode)) {
                    withoutCertificates(app, values, variable, mode).ifPresent(problems::add);
                }
            });
        }
        return problems.stream();
    }

    /** What the variables of one database have in common. */
    private static String beginning(AppVariable mode) {
        return mode.name().substring(0, mode.name().length() - MODE.length());
    }

    private static Problem unknown(RunApp app, String variable, String mode) {
        return app.problem(
                "A10",
                "The %s has `%s` for `%s` (%s), which is no mode of TLS that a driver of PostgreSQL knows."
                        .formatted(app.object().label(), mode, variable, app.says("env")),
                variable,
                NearestName.to(mode, new TreeSet<>(KNOWN))
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("write one of %s, or %s".formatted(String.join(", ", KNOWN), take(variable))));
    }

    private static Problem plain(RunApp app, String variable, String mode) {
        return app.problem(
                "A10",
                "The %s has `%s` for `%s` (%s), which promises no TLS, and its database takes nobody without (rds.force_ssl)."
                        .formatted(app.object().label(), mode, variable, app.says("env")),
                variable,
                take(variable));
    }

    private static String take(String variable) {
        return "take the mode from the database: .withEnv(\"%s\", login.sslMode())".formatted(variable);
    }

    private static Optional<Problem> withoutCertificates(
            RunApp app, GivenValues values, AppVariable variable, String mode) {
        return app.contract().needs().variable(beginning(variable) + "SSLROOTCERT").stream()
                .flatMap(file -> value(app, values, file).stream())
                .filter(file -> !Mounts.cover(app, file))
                .findFirst()
                .map(file -> app.problem(
                        "A10",
                        "The app verifies its database (`%s`) with `%s` (%s), and the %s mounts nothing there."
                                .formatted(
                                        mode,
                                        file,
                                        app.says("env"),
                                        app.object().label()),
                        file,
                        "mount the certificates of RDS: .withVolume(\"%s\", …), see docs/guides/apps.md"
                                .formatted(file.substring(0, Math.max(1, file.lastIndexOf('/'))))));
    }

    /** Other databases have other modes: what the app takes by itself says which. */
    private static List<AppVariable> modes(RunApp app) {
        return app.contract().needs().variables().stream()
                .filter(variable -> variable.name().endsWith(MODE))
                .filter(variable -> variable.standard().map(KNOWN::contains).orElse(true))
                .toList();
    }

    /** What is given, where it is known, or else what the app takes by itself. */
    private static Optional<String> value(RunApp app, GivenValues values, AppVariable variable) {
        return app.gives(variable.name())
                ? values.of(app, variable.name())
                        .filter(value ->
                                !ClusterVariable.REFERENCE.matcher(value).find())
                : variable.standard();
    }
}
