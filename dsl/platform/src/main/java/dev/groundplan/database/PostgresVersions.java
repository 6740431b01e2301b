package dev.groundplan.database;

import dev.groundplan.values.Version;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The major versions of PostgreSQL that RDS supports without extra charge, and until when.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html">AWS:
 *     release calendar</a>
 */
final class PostgresVersions {

    private record Major(int number, String supportedUntil) {}

    private static final List<Major> MAJORS = List.of(
            new Major(14, "2027-02-28"),
            new Major(15, "2028-02-29"),
            new Major(16, "2029-02-28"),
            new Major(17, "2030-02-28"),
            new Major(18, "2031-02-28"));

    private PostgresVersions() {}

    static Version supported(Version version) {
        if (MAJORS.stream().noneMatch(major -> major.number() == version.major())) {
            throw new IllegalArgumentException(
                    "RDS has no PostgreSQL `%s` with standard support: it has %s. Write one of them, as in version(\"17.5\")."
                            .formatted(version, list()));
        }
        if (version.text().chars().filter(character -> character == '.').count() > 1) {
            throw new IllegalArgumentException(
                    "`%s` is no version of PostgreSQL: it has a major and a minor number, as in version(\"17.5\"), or the major alone, as in version(\"17\")."
                            .formatted(version));
        }
        return version;
    }

    /** Whether RDS chooses the minor version: the description names the major alone. */
    static boolean minorIsOpen(Version version) {
        return version.text().indexOf('.') < 0;
    }

    private static String list() {
        return MAJORS.stream()
                .map(major -> major.number() + " (until " + major.supportedUntil() + ")")
                .collect(Collectors.joining(", "));
    }
}
