package faceit;

import static dev.groundplan.monitoring.ConnectionPool.connectionPool;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.Objective.availability;
import static dev.groundplan.monitoring.ServiceMetrics.http;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.percent;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.Namespace;
import dev.groundplan.values.ImageReference;
import dev.groundplan.workload.Exposure;
import java.util.List;

/** The test application: what runs, and the login that it may read. */
final class TestApp {

    private TestApp() {}

    static List<Part> describe(Namespace namespace, ImageReference image, DatabaseLogin login, Exposure exposure) {
        var certificates = rdsCertificates(namespace);
        var app = workload(fromDekorate("test-app"), image, namespace)
                .withResources(millicores(100), mebibytes(256))
                .withAutoscaling(between(3, 10), percent(70))
                .withVolume("/etc/ssl/rds", certificates.volume())
                .withEnv("POSTGRESQL_HOST", login.host())
                .withEnv("POSTGRESQL_PORT", login.port())
                .withEnv("POSTGRESQL_DBNAME", login.databaseName())
                .withEnv("POSTGRESQL_USER", login.username())
                .withEnv("POSTGRESQL_PASSWORD", login.password())
                .withEnv("POSTGRESQL_SSLMODE", login.sslMode())
                .exposedAt(exposure.onPaths("/", "/health"))
                .monitored(metricsAt("/observe/metrics")
                        .withObjective(availability("99.9"))
                        .withMetrics(http().withPool(connectionPool(
                                "db_pool_connections_active", "db_pool_connections_max", "db_pool_waiting"))));
        return List.of(certificates, app);
    }
}
