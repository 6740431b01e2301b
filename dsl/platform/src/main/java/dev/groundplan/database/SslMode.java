package dev.groundplan.database;

/**
 * How a client makes sure that it talks to the database and that nobody listens. {@code disable} and {@code prefer} do not
 * exist here: the database refuses connections without TLS ({@code rds.force_ssl}).
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION">PostgreSQL: protection by
 *     mode</a>
 */
public enum SslMode {
    /** Nobody listens; who answers is not proved. For programs that do not have the certificates of RDS. */
    REQUIRE("require"),
    /** The certificate must come from RDS, of whichever database. The program needs the certificates of RDS. */
    VERIFY_CA("verify-ca"),
    /** The certificate must be this database's. The program needs the certificates of RDS. */
    VERIFY_FULL("verify-full");

    private final String text;

    SslMode(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
