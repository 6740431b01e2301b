package dev.groundplan.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of this machine that reads what we write. Where it is missing the test is skipped loudly; in CI it fails. */
final class RealProgram {

    private final String name;
    private final List<String> command;

    private RealProgram(String name, List<String> command) {
        this.name = name;
        this.command = command;
    }

    /** @param probe arguments with which the program ends well if it can do what the test needs */
    static RealProgram of(String name, List<String> command, String... probe) {
        var program = new RealProgram(name, command);
        if (!program.answers(List.of(probe))) {
            missing(name);
        }
        return program;
    }

    /** What the program prints, as bytes of UTF-8. */
    byte[] run(Path scratch, List<String> arguments) throws IOException, InterruptedException {
        var out = Files.createTempFile(scratch, "out", null);
        var errors = Files.createTempFile(scratch, "errors", null);
        var process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ended in time", name).isTrue();
        assertThat(process.exitValue()).as(() -> name + ": " + head(errors)).isZero();
        return Files.readAllBytes(out);
    }

    private boolean answers(List<String> probe) {
        try {
            var process = builder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.command().addAll(arguments);
        builder.environment().put("NODE_PATH", nodeModules());
        return builder;
    }

    /** Where {@code .ci/run} installs what npm has, above the directory of the module. */
    private static String nodeModules() {
        for (var above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            var modules = above.resolve(".ci/tools/node_modules");
            if (Files.isDirectory(modules)) {
                return modules.toString();
            }
        }
        return "";
    }

    private static void missing(String name) {
        var ci = System.getenv("CI");
        if (ci != null && !ci.isEmpty()) {
            fail("%s is missing, and in CI every real program must be there (see .ci/run)", name);
        }
        System.err.println(
                "#### SKIPPED: " + name + " is not installed, so it did not read what Groundplan writes ####");
        abort(name + " is not installed");
    }

    private static String head(Path errors) {
        try {
            var text = Files.readString(errors);
            return text.length() <= 2_000
                    ? text
                    : text.substring(0, 1_000) + " … " + text.substring(text.length() - 1_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
