package faceit;

import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.eks.Quota.quota;
import static dev.groundplan.monitoring.ConnectionPool.connectionPool;
import static dev.groundplan.monitoring.Monitoring.metricsAt;
import static dev.groundplan.monitoring.Objective.availability;
import static dev.groundplan.monitoring.ServiceMetrics.http;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.percent;
import static dev.groundplan.workload.Exposure.at;
import static dev.groundplan.workload.PriorityClass.priorityClass;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.describe.Part;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.values.ImageReference;
import java.util.List;

/** The test application, and all that is there for it alone: namespace, certificate, priority. */
final class TestApp {

    private TestApp() {}

    static List<Part> describe(EksCluster cluster, HostedZone zone, ImageReference image, DatabaseLogin login) {
        var namespace =
                cluster.namespace("test").withReadinessGates().withQuota(quota(millicores(2000), mebibytes(4096), 20));
        var host = zone.host("test");
        var certificate = certificate("test", host);
        var databaseCertificates = rdsCertificates(namespace);
        var serving = priorityClass("serving", 1000);

        var app = workload(fromDekorate("test-app"), image, namespace)
                .withResources(millicores(100), mebibytes(256))
                .withAutoscaling(between(3, 10), percent(70))
                .withPriority(serving)
                .withVolume("/etc/ssl/rds", databaseCertificates.volume())
                .withEnv("POSTGRESQL_HOST", login.host())
                .withEnv("POSTGRESQL_PORT", login.port())
                .withEnv("POSTGRESQL_DBNAME", login.databaseName())
                .withEnv("POSTGRESQL_USER", login.username())
                .withEnvFile("POSTGRESQL_PASSWORD_FILE", login.password())
                .withEnv("POSTGRESQL_SSLMODE", login.sslMode())
                .exposedAt(at(host, certificate).onPaths("/", "/health"))
                .monitored(metricsAt("/observe/metrics")
                        .withObjective(availability("99.9"))
                        .withMetrics(http().withPool(connectionPool(
                                "db_pool_connections_active", "db_pool_connections_max", "db_pool_waiting"))));

        return List.of(namespace, certificate, databaseCertificates, serving, app);
    }
}
