package dev.groundplan.testapp;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.util.Credentials;
import io.helidon.config.Config;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import java.util.logging.Level;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A bounded pool of connections. It is there before the database is, and outlives its absence. */
final class Database implements AutoCloseable {
    private enum State {
        UNKNOWN,
        UP,
        DOWN
    }

    private final HikariDataSource pool;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> asking = new AtomicReference<>();
    private volatile State state = State.UNKNOWN;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    static Database of(Settings settings, Config limits) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setDataSource(source(settings, limits));
        pool.setCredentialsProvider(
                () -> Credentials.of(settings.user(), settings.password().value()));
        pool.setMaximumPoolSize(limits.get("connections").asInt().get());
        pool.setConnectionTimeout(limits.get("wait-millis").asLong().get());
        pool.setValidationTimeout(limits.get("wait-millis").asLong().get());
        pool.setMaxLifetime(limits.get("lifetime-millis").asLong().get());
        pool.setInitializationFailTimeout(-1);
        return new Database(new HikariDataSource(pool));
    }

    /** Properties, not a connection string: nothing in a password or a name can be taken for syntax. */
    private static DataSource source(Settings settings, Config limits) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.host()});
        source.setPortNumbers(new int[] {settings.databasePort()});
        source.setDatabaseName(settings.database());
        source.setSslMode(settings.sslMode());
        source.setSslRootCert(settings.rootCertificates().toString());
        source.setConnectTimeout(limits.get("connect-seconds").asInt().get());
        source.setSocketTimeout(limits.get("answer-seconds").asInt().get());
        source.setApplicationName("test-app");
        return source;
    }

    /**
     * Whether the database answers a query now. Takes {@code wait-millis} and {@code answer-seconds} at the longest. Those who
     * ask while a query runs wait for its answer: however many ask, they take one connection and hold none up.
     */
    boolean answers() {
        var mine = new CompletableFuture<Boolean>();
        var running = asking.compareAndExchange(null, mine);
        if (running != null) {
            return running.join();
        }
        try {
            mine.complete(query());
        } finally {
            asking.set(null);
            mine.complete(false);
        }
        return mine.join();
    }

    private boolean query() {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            turn(State.UP, "the database answers");
            return true;
        } catch (SQLException gone) {
            turn(State.DOWN, "the database does not answer: " + reason(gone));
            return false;
        }
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    boolean up() {
        return state == State.UP;
    }

    int pooled(ToIntFunction<HikariPoolMXBean> count) {
        return count.applyAsInt(pool.getHikariPoolMXBean());
    }

    int limit() {
        return pool.getMaximumPoolSize();
    }

    @Override
    public void close() {
        pool.close();
    }

    private void turn(State now, String message) {
        if (state != now) {
            state = now;
            Service.LOG.log(now == State.UP ? Level.INFO : Level.WARNING, message);
        }
    }

    private static String reason(SQLException gone) {
        return String.valueOf((gone.getCause() == null ? gone : gone.getCause()).getMessage());
    }
}
