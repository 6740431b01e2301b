package dev.groundplan.testapp;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the environment variables of README.md; all that are wrong are named in one message, without the password. */
final class Environment {
    static final String RDS_BUNDLE = "/etc/ssl/rds/global-bundle.pem";

    private static final Predicate<String> HOST =
            Pattern.compile("[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}").asMatchPredicate();
    /** Java puts U+FFFD for what it cannot read in the locale of the process. */
    private static final Predicate<String> NAME =
            Pattern.compile("[^\\p{C}\uFFFD]{1,63}").asMatchPredicate();

    private static final Predicate<String> SECRET =
            Pattern.compile("[^\\p{C}\uFFFD]{1,1000}").asMatchPredicate();
    private static final List<String> SSL_MODES = List.of("verify-full", "verify-ca", "require", "disable");
    private static final List<String> UNVERIFIED = List.of("require", "disable");
    private static final String HIDDEN = "not shown here";

    /** All that is wrong, in one message of a line for each variable. */
    static final class Wrong extends IllegalArgumentException {
        private Wrong(List<String> faults) {
            super("test-app does not start, as its environment is wrong:\n  " + String.join("\n  ", faults));
        }
    }

    private final Map<String, String> variables;
    private final List<String> faults = new ArrayList<>();

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Throws {@link Wrong} with each wrong variable and what is needed instead. */
    static Settings read(Map<String, String> variables) {
        var environment = new Environment(variables);
        var settings = environment.settings();
        if (!environment.faults.isEmpty()) {
            throw new Wrong(environment.faults);
        }
        return settings;
    }

    private Settings settings() {
        int port = port("PORT", "8080");
        var host = text("POSTGRESQL_HOST", null, HOST, "a host name or address, e.g. orders.example.com");
        int databasePort = port("POSTGRESQL_PORT", "5432");
        var user = text("POSTGRESQL_USER", null, NAME, "a role of 1 to 63 characters, e.g. orders");
        var password = password();
        var database = text("POSTGRESQL_DBNAME", null, NAME, "a name of 1 to 63 characters, e.g. orders");
        var sslMode = text("POSTGRESQL_SSLMODE", "verify-full", SSL_MODES::contains, String.join(", ", SSL_MODES));
        return new Settings(port, host, databasePort, user, password, database, sslMode, rootCertificates(sslMode));
    }

    private int port(String name, String byDefault) {
        var value = text(name, byDefault, Environment::isPort, "a number from 1 to 65535, e.g. " + byDefault);
        return isPort(value) ? Integer.parseInt(value) : 0;
    }

    private String text(String name, @Nullable String byDefault, Predicate<String> grammar, String needed) {
        var value = variables.getOrDefault(name, byDefault);
        if (value == null || !grammar.test(value)) {
            faults.add(name + " is " + shown(value) + "; needed: " + needed);
        }
        return value == null ? "" : value;
    }

    private Password password() {
        var value = variables.get("POSTGRESQL_PASSWORD");
        var file = variables.get("POSTGRESQL_PASSWORD_FILE");
        if (value != null && file != null) {
            faults.add("POSTGRESQL_PASSWORD and POSTGRESQL_PASSWORD_FILE are both set; needed: one of them");
        }
        if (file != null && !SECRET.test(lineOf(file))) {
            faults.add("POSTGRESQL_PASSWORD_FILE is " + (file.startsWith("/") ? shown(file) : HIDDEN)
                    + "; needed: the path of a readable file with one line of 1 to 1000 printable characters");
        }
        if (value == null ? file == null : !SECRET.test(value)) {
            faults.add("POSTGRESQL_PASSWORD is " + (value == null ? "missing" : HIDDEN)
                    + "; needed: 1 to 1000 printable characters without a line break, or POSTGRESQL_PASSWORD_FILE");
        }
        return file == null ? Password.of(value == null ? "" : value) : Password.in(pathOf(file));
    }

    private Path rootCertificates(String sslMode) {
        var file = variables.getOrDefault("POSTGRESQL_SSLROOTCERT", RDS_BUNDLE);
        if (!UNVERIFIED.contains(sslMode) && !lineOf(file).contains("-----BEGIN CERTIFICATE-----")) {
            faults.add("POSTGRESQL_SSLROOTCERT is " + shown(file)
                    + "; needed to verify: a readable PEM file with the certificates of the authorities");
        }
        return pathOf(file);
    }

    private static boolean isPort(String value) {
        return value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) <= 65535;
    }

    private static String lineOf(String file) {
        try {
            return file.isEmpty() ? "" : Password.in(pathOf(file)).value();
        } catch (UncheckedIOException unreadable) {
            return "";
        }
    }

    private static Path pathOf(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException impossible) {
            return Path.of("");
        }
    }

    /** A connection string in the wrong variable holds a password. */
    private static String shown(@Nullable String value) {
        if (value == null) {
            return "missing";
        }
        if (value.contains("@") || value.contains("://")) {
            return HIDDEN;
        }
        var printable = value.replaceAll("\\p{C}", "?");
        return "`" + (printable.length() > 60 ? printable.substring(0, 60) + "…" : printable) + "`";
    }
}
