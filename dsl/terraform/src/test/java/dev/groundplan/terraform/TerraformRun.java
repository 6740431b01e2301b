package dev.groundplan.terraform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.files.JsonText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory with a rendered root module in it, in which the real Terraform runs. */
final class TerraformRun {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final int LONGEST_MESSAGE = 6000;

    private final Path directory;

    private TerraformRun(Path directory) {
        this.directory = directory;
    }

    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "terraform"), Path.of(folder, "terraform.exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static TerraformRun of(Path directory, RootModule module) {
        write(directory, module);
        return new TerraformRun(directory);
    }

    static void write(Path directory, RootModule module) {
        module.files().forEach((name, content) -> {
            try {
                Files.createDirectories(directory);
                Files.writeString(directory.resolve(name), JsonText.of(content));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Runs it and returns what it prints; throws with all of that when it fails. */
    @CanIgnoreReturnValue
    String run(String... arguments) {
        Result result = attempt(arguments);
        if (result.exitCode() != 0) {
            throw new AssertionError(
                    "terraform " + String.join(" ", arguments) + " failed:\n" + shortened(result.text()));
        }
        return result.text();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
    }

    record Result(int exitCode, String text) {}

    Result attempt(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program()
                .orElseThrow(
                        () -> new AssertionError("`terraform` is not on the PATH, and CI is set; install Terraform"))
                .toString());
        command.addAll(List.of(arguments));
        try {
            Path log = directory.resolve("terraform.log");
            Path configuration = Files.writeString(directory.resolve("empty.tfrc"), "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TF_"));
            builder.environment().put("TF_CLI_CONFIG_FILE", configuration.toString());
            builder.environment().put("TF_IN_AUTOMATION", "1");
            builder.environment().put("CHECKPOINT_DISABLE", "1");
            int exitCode = builder.start().waitFor();
            return new Result(exitCode, Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Applies and returns the values of the outputs by name. */
    JsonNode outputs() {
        run("init", "-no-color", "-input=false");
        run("apply", "-no-color", "-input=false", "-auto-approve");
        try {
            return JSON.readTree(run("output", "-no-color", "-json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
