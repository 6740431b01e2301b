package dev.groundplan;

import dev.groundplan.check.InvalidPlatformException;
import dev.groundplan.describe.DescriptionFailedException;
import dev.groundplan.files.TreeRefusedException;
import dev.groundplan.files.WriteOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The command that {@code mvn generate} starts: renders into a directory, tells what changed, and exits with 1 if
 * anything is refused.
 *
 * <p>It reads the system properties {@code groundplan.force} (take files that were edited by hand) and
 * {@code groundplan.allowMassDelete} (delete more than a third of the files); each is off unless {@code true} or empty.
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
        int status = run(groundplan, Path.of(arguments.length == 0 ? "generated" : arguments[0]), options(), out);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(Groundplan groundplan, Path directory, WriteOptions options, PrintStream out) {
        try {
            out.print(groundplan.generate(directory, options));
            return 0;
        } catch (DescriptionFailedException | InvalidPlatformException | TreeRefusedException refusal) {
            out.println(refusal.getMessage());
            return 1;
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
