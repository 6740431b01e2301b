package dev.groundplan.kubernetes;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine that says what it thinks of our files. */
final class RealProgram {

    private final String name;

    private RealProgram(String name) {
        this.name = name;
    }

    /** The program; where it is not on the PATH the test is skipped aloud, and under CI it fails. */
    static RealProgram named(String name) {
        if (isInstalled(name)) {
            return new RealProgram(name);
        }
        var message = "SKIPPED: `%s` is not on the PATH, so nobody but us has read these files".formatted(name);
        System.err.println("\n*** " + message + " ***\n");
        var ci = Objects.requireNonNullElse(System.getenv("CI"), "");
        return ci.isEmpty() ? Assumptions.abort(message) : fail(message + "; under CI it must be");
    }

    private static boolean isInstalled(String name) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** What the program prints; a failure of the program is one of the test. */
    String output(Path scratch, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(scratch, name, ".out");
        var err = Files.createTempFile(scratch, name, ".err");
        int status = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return status == 0
                ? Files.readString(out)
                : fail("`%s` ended with %d: %s"
                        .formatted(String.join(" ", command), status, Files.readString(err, StandardCharsets.UTF_8)));
    }
}
