package dev.groundplan;

import dev.groundplan.check.InvalidPlatformException;
import dev.groundplan.describe.DescriptionFailedException;
import dev.groundplan.files.TreeRefusedException;
import dev.groundplan.files.WriteOptions;
import dev.groundplan.render.Rendering;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The command that {@code mvn generate} starts: renders into a directory, tells what changed or why nothing may, and exits
 * with 1 in the latter case.
 *
 * <p>It reads the system properties {@code groundplan.force} (take files that were edited by hand) and
 * {@code groundplan.allowMassDelete} (delete more than a third of the files); each is off unless {@code true} or empty.
 *
 * <p>A build tool that would bury the refusal under a stack trace of its own sets {@code groundplan.refusalFile}: that file
 * then says why, is absent when all went well, and the exit status is 0.
 */
public final class CommandLine {

    private CommandLine() {}

    /**
     * Runs {@code groundplan} and ends the JVM, unless all went well.
     *
     * @param arguments the directory to write, alone; without it {@code generated}
     */
    public static void run(Groundplan groundplan, String... arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var directory = Path.of(arguments.length == 0 ? "generated" : arguments[0]);
        Thread.ofPlatform().daemon().start(Rendering::warmUp);
        var refusal = run(groundplan, directory, options(), out);
        var file = Optional.ofNullable(System.getProperty("groundplan.refusalFile"))
                .map(Path::of);
        if (file.isPresent()) {
            write(file.get(), refusal);
        } else if (refusal.isPresent()) {
            System.exit(1);
        }
    }

    static Optional<String> run(Groundplan groundplan, Path directory, WriteOptions options, PrintStream out) {
        try {
            out.print(groundplan.generate(directory, options));
            return Optional.empty();
        } catch (DescriptionFailedException | InvalidPlatformException | TreeRefusedException refusal) {
            out.println(refusal.getMessage());
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    private static void write(Path file, Optional<String> refusal) {
        try {
            Files.deleteIfExists(file);
            if (refusal.isPresent()) {
                Files.writeString(file, refusal.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WriteOptions options() {
        var options = WriteOptions.careful();
        options = isOn("groundplan.force") ? options.withForce() : options;
        return isOn("groundplan.allowMassDelete") ? options.withMassDelete() : options;
    }

    private static boolean isOn(String property) {
        var value = System.getProperty(property, "false");
        return value.isEmpty() || value.equals("true");
    }
}
