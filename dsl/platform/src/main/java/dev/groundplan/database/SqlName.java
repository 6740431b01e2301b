package dev.groundplan.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses names that RDS or PostgreSQL keep for themselves, or that would need quotes in every statement. */
final class SqlName {

    private static final Pattern GRAMMAR = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** The words that PostgreSQL never takes as a name without quotes (Appendix C of its manual: "reserved"). */
    private static final List<String> RESERVED = List.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
            collation column concurrently constraint create cross current_catalog current_date current_role
            current_schema current_time current_timestamp current_user default deferrable desc distinct do else end
            except false fetch for foreign freeze from full grant group having ilike in initially inner intersect into
            is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on
            only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when
            where window with""".split("\\s+"));

    private static final List<String> OWN_DATABASES = List.of("postgres", "rdsadmin", "template0", "template1");
    private static final List<String> OWN_USERS = List.of("admin", "public", "none");

    private SqlName() {}

    @CanIgnoreReturnValue
    static String ofDatabase(String name) {
        refuseOtherThanIdentifier(name, "database name", "withDatabaseName(\"orders\")");
        if (OWN_DATABASES.contains(name) || RESERVED.contains(name)) {
            throw reserved(name, "name of a database", "withDatabaseName(\"orders\")");
        }
        return name;
    }

    @CanIgnoreReturnValue
    static String ofMasterUser(String name) {
        refuseOtherThanIdentifier(name, "user name", "withMasterUsername(\"orders_owner\")");
        if (OWN_USERS.contains(name) || RESERVED.contains(name) || name.startsWith("pg_") || name.startsWith("rds")) {
            throw reserved(name, "master user", "withMasterUsername(\"orders_owner\")");
        }
        return name;
    }

    private static void refuseOtherThanIdentifier(String name, String kind, String instead) {
        if (!GRAMMAR.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no %s: write 1 to 63 lower-case letters, digits and `_`, first a letter, as in %s."
                            .formatted(name, kind, instead));
        }
    }

    private static IllegalArgumentException reserved(String name, String kind, String instead) {
        return new IllegalArgumentException(
                "`%s` can't be the %s: RDS and PostgreSQL keep that word for themselves. Choose another, as in %s."
                        .formatted(name, kind, instead));
    }
}
