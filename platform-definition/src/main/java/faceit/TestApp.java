package faceit;

import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.workload.Workload.workload;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.eks.Namespace;
import dev.groundplan.workload.Workload;

/** The test application: what runs, and the login that it may read. */
final class TestApp {

    private TestApp() {}

    static Workload describe(Namespace namespace, DatabaseLogin login) {
        return workload("test-app", image("ghcr.io/groundplan/test-app:0.1.0"), namespace)
                .withPort(port(8080))
                .withReplicas(3)
                .withResources(millicores(100), mebibytes(256))
                .withEnv("PORT", "8080")
                .withEnv("POSTGRESQL_HOST", login.host())
                .withEnv("POSTGRESQL_PORT", login.port())
                .withEnv("POSTGRESQL_DBNAME", login.databaseName())
                .withEnv("POSTGRESQL_USER", login.username())
                .withEnv("POSTGRESQL_PASSWORD", login.password())
                .withEnv("POSTGRESQL_SSLMODE", login.sslMode());
    }
}
