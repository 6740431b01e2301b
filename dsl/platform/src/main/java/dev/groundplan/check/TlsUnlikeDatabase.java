package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppContract.AppVariable;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds apps that talk to PostgreSQL in plain text where it forces TLS, or verify without certificates to verify with. */
final class TlsUnlikeDatabase implements ElementsCheck {

    private static final List<String> VERIFYING = List.of("verify-ca", "verify-full");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var values = new GivenValues(platform);
        boolean forced = platform.terraform().stream()
                .anyMatch(placed -> placed.element() instanceof Resource resource && forces(resource));
        return RunApp.in(platform).stream()
                .flatMap(app -> problems(app, values, forced))
                .toList();
    }

    /** Since PostgreSQL 15, RDS forces TLS unless the parameter group says otherwise. */
    private static boolean forces(Resource resource) {
        return resource.address().type().equals("aws_db_parameter_group")
                && resource.body().blocks().getOrDefault("parameter", List.of()).stream()
                        .anyMatch(parameter -> has(parameter, "name", "rds.force_ssl") && has(parameter, "value", "1"));
    }

    private static boolean has(Body parameter, String attribute, String value) {
        return parameter.attributes().get(attribute) instanceof TextLiteral text
                && text.value().equals(value);
    }

    private static Stream<Problem> problems(RunApp app, GivenValues values, boolean forced) {
        var problems = new ArrayList<Problem>();
        for (var variable : ending(app, "SSLMODE")) {
            value(app, values, variable).ifPresent(mode -> {
                if (forced && mode.equals("disable")) {
                    problems.add(plain(app, variable.name()));
                }
                if (VERIFYING.contains(mode)) {
                    withoutCertificates(app, values, mode).ifPresent(problems::add);
                }
            });
        }
        return problems.stream();
    }

    private static Problem plain(RunApp app, String variable) {
        return app.problem(
                "A10",
                "The %s has `disable` for `%s` (%s), and the database takes nobody without TLS (rds.force_ssl)."
                        .formatted(app.object().label(), variable, app.says("env")),
                variable,
                "take the mode from the database: .withEnv(\"%s\", login.sslMode())".formatted(variable));
    }

    private static Optional<Problem> withoutCertificates(RunApp app, GivenValues values, String mode) {
        return ending(app, "SSLROOTCERT").stream()
                .flatMap(variable -> value(app, values, variable).stream())
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

    private static List<AppVariable> ending(RunApp app, String end) {
        return app.contract().needs().variables().stream()
                .filter(variable -> variable.name().endsWith(end))
                .toList();
    }

    private static Optional<String> value(RunApp app, GivenValues values, AppVariable variable) {
        boolean given = app.container().getEnv().stream()
                .anyMatch(candidate -> variable.name().equals(candidate.getName()));
        return given ? values.of(app, variable.name()) : variable.standard();
    }
}
