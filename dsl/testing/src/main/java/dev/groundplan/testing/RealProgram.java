package dev.groundplan.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine, found on the {@code PATH}, that a test asks for its opinion.
 *
 * <p>It runs with a bare environment (its own empty home, no proxy that leads out, no credentials), so that a test says the
 * same everywhere.
 *
 * @param name as typed, such as {@code terraform}
 * @param file where it was found
 */
public record RealProgram(String name, Path file) {

    private static final List<String> KEPT =
            List.of("PATH", "SystemRoot", "SYSTEMROOT", "PATHEXT", "PYENV_VERSION", "PYENV_ROOT");
    // Nothing listens on the discard port: whoever tries to leave this machine fails at once instead of hanging.
    private static final String NOWHERE = "http://127.0.0.1:9";

    /** What a program said. */
    public record Outcome(int exitCode, String output, String errors) {

        /** Returns both streams, for messages. */
        public String everything() {
            return Stream.of(output, errors)
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("(it printed nothing)");
        }
    }

    /**
     * What to run.
     *
     * @param directory the working directory
     * @param timeout after which the program is killed and the test fails
     * @param environment variables on top of the bare ones
     * @param arguments after the program's name
     */
    public record Invocation(
            Path directory, Duration timeout, SequencedMap<String, String> environment, List<String> arguments) {}

    /** Looks for a program on the {@code PATH}. */
    public static Optional<RealProgram> find(String name) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> suffixes().map(suffix -> Path.of(directory, name + suffix)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> new RealProgram(name, file.toAbsolutePath()));
    }

    /**
     * Returns a program that must be there.
     *
     * @throws IllegalStateException if it is not on the {@code PATH}
     */
    public static RealProgram require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("`" + name + "` is not on the PATH.\n\n"
                        + "Install it, or put @RequiresProgram(\"" + name
                        + "\") on the test so that it is skipped where the program is missing."));
    }

    /**
     * Runs the program to its end.
     *
     * @throws IllegalStateException if it takes longer than allowed
     */
    public Outcome run(Invocation invocation) {
        try (var scratch = Scratch.create("groundplan-run-")) {
            return run(invocation, scratch.directory());
        } catch (IOException failure) {
            throw new UncheckedIOException("`" + commandLine(invocation) + "` cannot be run", failure);
        }
    }

    private Outcome run(Invocation invocation, Path scratch) throws IOException {
        var output = scratch.resolve("output");
        var errors = scratch.resolve("errors");
        var process = process(invocation, scratch)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(scratch.resolve("input")).toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!ended(process, invocation.timeout())) {
            throw new IllegalStateException("`" + commandLine(invocation) + "` was killed after "
                    + invocation.timeout() + " without an end. It printed:\n"
                    + Files.readString(output) + Files.readString(errors));
        }
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private ProcessBuilder process(Invocation invocation, Path home) {
        var command = new ArrayList<String>();
        command.add(file.toString());
        command.addAll(invocation.arguments());
        var builder =
                new ProcessBuilder(command).directory(invocation.directory().toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(variable -> !KEPT.contains(variable));
        Stream.of("HOME", "USERPROFILE", "APPDATA", "TMPDIR", "TMP", "TEMP")
                .forEach(variable -> environment.put(variable, home.toString()));
        Stream.of("HTTP_PROXY", "HTTPS_PROXY").forEach(variable -> environment.put(variable, NOWHERE));
        environment.put("NO_PROXY", "127.0.0.1,localhost");
        environment.put("LC_ALL", "C.UTF-8");
        NodeModules.folder().ifPresent(folder -> environment.put("NODE_PATH", folder.toString()));
        environment.putAll(invocation.environment());
        return builder;
    }

    private static boolean ended(Process process, Duration timeout) {
        try {
            return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String commandLine(Invocation invocation) {
        return name + " " + String.join(" ", invocation.arguments());
    }

    private static Stream<String> suffixes() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                ? Stream.of(".exe", ".cmd", ".bat")
                : Stream.of("");
    }
}
