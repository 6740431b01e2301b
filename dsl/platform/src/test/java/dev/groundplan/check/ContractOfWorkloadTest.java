package dev.groundplan.check;

import static dev.groundplan.database.Postgres.postgres;
import static dev.groundplan.eks.EksCluster.eksCluster;
import static dev.groundplan.eks.EksCluster.kubernetes;
import static dev.groundplan.eks.IamRole.iamRole;
import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.seconds;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static dev.groundplan.workload.Probe.http;
import static dev.groundplan.workload.RdsCertificates.rdsCertificates;
import static dev.groundplan.workload.Workload.workload;
import static dev.groundplan.workload.contract.Dekorate.fromDekorate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.database.DatabaseLogin;
import dev.groundplan.database.Postgres;
import dev.groundplan.describe.Part;
import dev.groundplan.eks.EksCluster;
import dev.groundplan.eks.Namespace;
import dev.groundplan.network.Vpc;
import dev.groundplan.secrets.ParameterStore;
import dev.groundplan.workload.RdsCertificates;
import dev.groundplan.workload.Workload;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A workload that is made from a contract, beside the database that it uses. */
class ContractOfWorkloadTest {

    private static final List<String> CHECKS =
            List.of("A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11", "A13", "A14", "K38");

    private static final Vpc NETWORK = vpc("shop", cidr("10.0.0.0/16"), zones("eu-west-2a", "eu-west-2b"));
    private static final EksCluster CLUSTER = eksCluster("shop", kubernetes("1.36"), NETWORK.privateSubnets())
            .withAdministrator(iamRole("platform-engineers"))
            .withNodeGroup(nodeGroup("general", "m7g.large", between(2, 5)));
    private static final Postgres DATABASE =
            postgres("orders", version("17.5"), NETWORK.privateSubnets()).reachableFrom(CLUSTER);
    private static final ParameterStore PARAMETERS = parameterStore("shop", "/shop");
    private static final DatabaseLogin LOGIN = DATABASE.loginIn(PARAMETERS);
    private static final Namespace NAMESPACE = CLUSTER.namespace("test");
    private static final RdsCertificates CERTIFICATES = rdsCertificates(NAMESPACE);

    @Test
    void workload_that_is_given_all_that_the_app_needs_is_no_problem() {
        for (var check : CHECKS) {
            assertThat(found(check, app -> app)).as(check).isEmpty();
        }
        assertThat(found("P04", app -> app)).isEmpty();
        assertThat(found("T24", app -> app)).isEmpty();
    }

    @Test
    void port_that_was_overridden_is_told_at_its_line() {
        assertThat(found("A01", app -> app.withPort(port(8081))))
                .contains("The Deployment `test/test-app` has the port `http` at 8081, and the app listens on 8080")
                .containsPattern(
                        "at: platform `shop` > workload `test-app` > port `http` {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
    }

    @Test
    void probe_that_was_overridden_is_told_at_its_line() {
        assertThat(found("A03", app -> app.withReadinessProbe(http("/ready"))))
                .contains("The readinessProbe of the Deployment `test/test-app` asks `/ready`")
                .containsPattern("workload `test-app` > readinessProbe {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
    }

    @Test
    void variable_and_times_that_do_not_fit_are_told_at_their_lines() {
        assertThat(found("A02", app -> app.withEnv("POSTGRESQL_SSL", "on")))
                .containsPattern("> env `POSTGRESQL_SSL` {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
        assertThat(found("A08", app -> app.withGracePeriod(seconds(45))))
                .containsPattern("> terminationGracePeriodSeconds {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
        assertThat(found("A09", app -> app.withUser(1000)))
                .containsPattern("> runAsUser {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
    }

    @Test
    void verifying_without_certificates_is_told() {
        var bare = workload(fromDekorate("test-app"), image("ghcr.io/acme/test-app:1.0.0"), NAMESPACE)
                .withEnv("POSTGRESQL_SSLMODE", LOGIN.sslMode());

        assertThat(Found.by("A10", parts(bare)))
                .contains("The app verifies its database (`verify-full`) with `/etc/ssl/rds/global-bundle.pem`");
    }

    @Test
    void mode_that_its_database_refuses_is_told_at_its_line() {
        var app = workload(fromDekorate("test-app"), image("ghcr.io/acme/test-app:1.0.0"), NAMESPACE)
                .withEnv("POSTGRESQL_HOST", LOGIN.host())
                .withEnv("POSTGRESQL_SSLMODE", "prefer");

        assertThat(Found.by("A10", parts(app)))
                .contains("The Deployment `test/test-app` has `prefer` for `POSTGRESQL_SSLMODE`")
                .containsPattern("> env `POSTGRESQL_SSLMODE` {3}\\(ContractOfWorkloadTest\\.java:[0-9]+\\)");
    }

    private static String found(String check, UnaryOperator<Workload> change) {
        var app = workload(fromDekorate("test-app"), image("ghcr.io/acme/test-app:1.0.0"), NAMESPACE)
                .withEnv("POSTGRESQL_HOST", LOGIN.host())
                .withEnv("POSTGRESQL_PORT", LOGIN.port())
                .withEnv("POSTGRESQL_DBNAME", LOGIN.databaseName())
                .withEnv("POSTGRESQL_USER", LOGIN.username())
                .withEnvFile("POSTGRESQL_PASSWORD_FILE", LOGIN.password())
                .withEnv("POSTGRESQL_SSLMODE", LOGIN.sslMode())
                .withVolume("/etc/ssl/rds", CERTIFICATES.volume());
        return Found.by(check, parts(change.apply(app)));
    }

    private static Part[] parts(Workload app) {
        return new Part[] {NETWORK, CLUSTER, DATABASE, PARAMETERS, LOGIN, NAMESPACE, CERTIFICATES, app};
    }
}
