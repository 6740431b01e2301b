package dev.groundplan.testapp;

import io.helidon.config.Config;
import io.helidon.config.ConfigSources;
import io.helidon.metrics.api.MetricsFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service inside the JVM of the test. */
record Running(Service service, Client client) implements AutoCloseable {
    /** With no database: nothing listens on port 1. */
    static Settings withoutDatabase() {
        return new Settings(0, "127.0.0.1", 1, "u", Password.of("p"), "d", "disable", Path.of("/none"));
    }

    static Running start(Settings settings, String... tuning) {
        var values = new TreeMap<>(Map.of("drain.notice", "PT0S", "server.host", "127.0.0.1"));
        for (int i = 0; i < tuning.length; i += 2) {
            values.put(tuning[i], tuning[i + 1]);
        }
        var config = Config.builder()
                .sources(ConfigSources.create(values), ConfigSources.classpath("application.yaml"))
                .disableEnvironmentVariablesSource()
                .disableSystemPropertiesSource()
                .build();
        var service = Service.start(settings, config);
        return new Running(service, Client.of(service.port()));
    }

    /** A series of the metrics that bears these labels, and the one that Helidon gives to all. */
    double metric(String name, String... labels) {
        var series = name
                + Stream.concat(Stream.of(labels), Stream.of("scope=\"application\""))
                        .sorted()
                        .map(label -> label + ",")
                        .collect(Collectors.joining("", "{", "}"));
        return client.get("/observe/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + series + " in "
                        + client.get("/observe/metrics").body()));
    }

    /** Helidon keeps one set of gauges in a JVM: the next test's are to be its own. */
    @Override
    public void close() {
        service.drain();
        MetricsFactory.closeAll();
    }
}
