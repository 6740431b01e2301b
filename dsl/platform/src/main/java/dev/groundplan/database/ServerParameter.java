package dev.groundplan.database;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** One setting of the PostgreSQL server, as {@code aws_db_parameter_group.parameter} has it. */
record ServerParameter(String name, String value, ApplyMethod method) {

    static final String FORCE_SSL = "rds.force_ssl";

    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    /** What every database has: TLS for all, and enough in its log to find out why it was slow. */
    private static final List<ServerParameter> DEFAULTS = List.of(
            new ServerParameter("log_lock_waits", "1", ApplyMethod.IMMEDIATE),
            new ServerParameter("log_min_duration_statement", "1000", ApplyMethod.IMMEDIATE),
            new ServerParameter(FORCE_SSL, "1", ApplyMethod.IMMEDIATE),
            new ServerParameter("shared_preload_libraries", "pg_stat_statements", ApplyMethod.PENDING_REBOOT));

    ServerParameter {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no parameter of PostgreSQL: write its name in lower case, as in withParameter(\"work_mem\", \"65536\", IMMEDIATE)."
                            .formatted(name));
        }
    }

    /** Refuses what the user may not set, or has set before. */
    ServerParameter refusingSecond(String database, List<ServerParameter> others) {
        if (name.equals(FORCE_SSL)) {
            throw new IllegalArgumentException(
                    "The parameter `rds.force_ssl` of the database `%s` stays 1: its logins promise TLS to those who connect. Leave the call out."
                            .formatted(database));
        }
        for (var other : others) {
            if (other.name.equals(name)) {
                throw new IllegalArgumentException(
                        "The database `%s` has the parameter `%s` twice, `%s` and `%s`: leave one out."
                                .formatted(database, name, other.value, value));
            }
        }
        return this;
    }

    /** The defaults and what the user set, his own in place of the default of that name, sorted by name. */
    static List<ServerParameter> withDefaults(List<ServerParameter> own) {
        var all = new ArrayList<>(own);
        DEFAULTS.stream()
                .filter(standard -> own.stream().noneMatch(mine -> mine.name.equals(standard.name)))
                .forEach(all::add);
        all.sort(Comparator.comparing(ServerParameter::name));
        return List.copyOf(all);
    }
}
