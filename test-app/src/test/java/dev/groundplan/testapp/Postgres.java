package dev.groundplan.testapp;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL that, like RDS, takes nobody but over TLS and with a password. One for all tests of a JVM; it can
 * be stopped and started again on the same port with the same data.
 */
final class Postgres {
    static final String USER = "orders-app";
    static final String PASSWORD = "first";

    private static @Nullable Postgres shared;

    private final Path data;
    private final Path access;
    private final Certificates certificates;
    private EmbeddedPostgres server;

    private Postgres() throws IOException {
        var directory = Files.createTempDirectory("postgres");
        data = directory.resolve("data");
        certificates = Certificates.in(directory);
        access = Files.writeString(directory.resolve("pg_hba.conf"), """
                host    all postgres 127.0.0.1/32 trust
                host    all postgres ::1/128      trust
                hostssl all all      127.0.0.1/32 scram-sha-256
                hostssl all all      ::1/128      scram-sha-256
                """);
        server = started(0);
        sql("CREATE ROLE \"" + USER + "\" LOGIN PASSWORD '" + PASSWORD + "'");
        sql("CREATE DATABASE orders");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized Postgres shared() {
        try {
            if (shared == null) {
                shared = new Postgres();
            }
            return shared;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Settings settings() {
        return settings(Password.of(PASSWORD), "verify-full");
    }

    Settings settings(Password password, String sslMode) {
        return new Settings(0, "localhost", port(), USER, password, "orders", sslMode, certificates.authority());
    }

    Certificates certificates() {
        return certificates;
    }

    int port() {
        return server.getPort();
    }

    void sql(String statement) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    void password(String value) {
        sql("ALTER ROLE \"" + USER + "\" PASSWORD '" + value.replace("'", "''") + "'");
    }

    /** Ends the connections of the service, as a failover does. */
    void endConnections() {
        sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + USER + "'");
    }

    void stop() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void start() {
        try {
            server = started(server.getPort());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private EmbeddedPostgres started(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("hba_file", access.toString())
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificates.server().toString())
                .setServerConfig("ssl_key_file", certificates.serverKey().toString())
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "60");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }
}
