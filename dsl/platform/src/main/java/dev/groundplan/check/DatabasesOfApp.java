package dev.groundplan.check;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Body;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The databases that an app is led to: a variable of its is filled from a parameter, or has a cluster variable in it, and that
 * is what Terraform knows of the database.
 */
final class DatabasesOfApp {

    private static final String INSTANCE = "aws_db_instance";
    private static final String CLUSTER = "aws_rds_cluster";

    private final ExpandedPlatform platform;
    private final GivenValues values;

    DatabasesOfApp(ExpandedPlatform platform) {
        this.platform = platform;
        this.values = new GivenValues(platform);
    }

    /** Whether one that is told of by a variable whose name begins so takes nobody without TLS. */
    boolean forceTls(RunApp app, String beginning) {
        var led = app.container().getEnv().stream()
                .filter(given -> given.getName() != null && given.getName().startsWith(beginning))
                .flatMap(given -> references(app, given))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return PlacedResource.of(platform, INSTANCE, CLUSTER)
                .filter(database -> led.contains(database.address()))
                .anyMatch(this::forcesTls);
    }

    private Stream<Address> references(RunApp app, EnvVar given) {
        var ofParameter = values.parameter(app, given).flatMap(values::resource).stream()
                .flatMap(parameter -> parameter.body().references());
        return Stream.concat(ofParameter, ofClusterVariables(given));
    }

    private Stream<Address> ofClusterVariables(EnvVar given) {
        var keys = Stream.ofNullable(given.getValue())
                .flatMap(value -> ClusterVariable.REFERENCE.matcher(value).results())
                .map(mark -> mark.group(1))
                .toList();
        return platform.facts(ClusterVariable.class).stream()
                .filter(variable -> keys.contains(variable.key()))
                .flatMap(variable -> variable.value().references());
    }

    /**
     * What its parameter group says counts, and without a word what RDS takes: since PostgreSQL 15 it forces TLS. What Aurora
     * takes differs.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html">AWS: TLS of
     *     PostgreSQL</a>
     */
    private boolean forcesTls(PlacedResource database) {
        boolean isInstance = database.address().type().equals(INSTANCE);
        var groups = isInstance
                ? groups(database, "parameter_group_name")
                : groups(database, "db_cluster_parameter_group_name");
        var said = PlacedResource.of(platform, "aws_db_parameter_group", "aws_rds_cluster_parameter_group")
                .filter(group -> groups.contains(group.address()))
                .flatMap(group -> group.resource().body().blocks().getOrDefault("parameter", List.of()).stream())
                .filter(parameter -> texts(parameter, "name").contains("rds.force_ssl"))
                .flatMap(parameter -> texts(parameter, "value").stream())
                .toList();
        return said.isEmpty() ? isInstance && isPostgresSince15(database) : said.contains("1");
    }

    private static SequencedSet<Address> groups(PlacedResource database, String attribute) {
        return database.references(attribute).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> texts(Body body, String attribute) {
        return PlacedResource.texts(body, attribute).toList();
    }

    private static boolean isPostgresSince15(PlacedResource database) {
        return database.texts("engine").anyMatch("postgres"::equals)
                && database.texts("engine_version").anyMatch(version -> version.matches("(1[5-9]|[2-9][0-9])(\\..*)?"));
    }
}
