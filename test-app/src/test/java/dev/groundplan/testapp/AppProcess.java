package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, run as the image runs it, in an empty folder. */
record AppProcess(Process process, int port, Path output, Path directory, long begun) implements AutoCloseable {
    private static final Path BUILT = Path.of(System.getProperty("test-app.built"));
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    static AppProcess start(Settings settings, String... options) throws IOException {
        int port = freePort();
        return start(
                port,
                Map.of(
                        "PORT", Integer.toString(port),
                        "POSTGRESQL_HOST", settings.host(),
                        "POSTGRESQL_PORT", Integer.toString(settings.databasePort()),
                        "POSTGRESQL_USER", settings.user(),
                        "POSTGRESQL_PASSWORD", settings.password().value(),
                        "POSTGRESQL_DBNAME", settings.database(),
                        "POSTGRESQL_SSLMODE", settings.sslMode(),
                        "POSTGRESQL_SSLROOTCERT", settings.rootCertificates().toString()),
                options);
    }

    static AppProcess start(int port, Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("@" + BUILT.resolveSibling("jvm.options"));
        var directory = Files.createTempDirectory(BUILT, "test-app");
        command.add("-Djava.io.tmpdir=" + directory);
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", BUILT.resolve("test-app.jar").toString()));
        var output = Files.createTempFile(BUILT, "test-app", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(Image.described().environment());
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        return new AppProcess(builder.start(), port, output, directory, begun);
    }

    /** Milliseconds from the start of the process to the first answer. */
    long awaitStarted() {
        return await("/observe/health/started");
    }

    long awaitReady() {
        return await("/observe/health/ready");
    }

    void terminate() {
        process.destroy();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                .as("ended")
                .isTrue();
        return process.exitValue();
    }

    List<String> log() throws IOException {
        return Files.readAllLines(output);
    }

    /** What it wrote to its folder or to that of temporary files, which is the same. */
    List<Path> written() throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** Resident memory in MiB, where the system tells. */
    String memory() throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("unknown");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private long await(String path) {
        Deadline.within(LONG, path + " of " + output, () -> process.isAlive() && Connection.answers(port, path));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Never one twice: a client may still keep a connection to the instance that had it before. */
    private static int freePort() throws IOException {
        int port;
        do {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
        } while (!GIVEN.add(port));
        return port;
    }
}
