import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells whether a build changed a file that git tracks.
 *
 * <p>{@code java TrackedFiles.java record ROOT RECORD BUILD} writes down what each tracked file below {@code ROOT} holds;
 * {@code java TrackedFiles.java compare ROOT RECORD BUILD} lists what differs since then, and exits with 1 if anything
 * does. {@code BUILD} tells one build from another: what was edited between two builds is nobody's fault.
 */
public final class TrackedFiles {

    private TrackedFiles() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[1]);
        var record = Path.of(arguments[2]);
        if (!Files.exists(root.resolve(".git"))) {
            System.out.println("Not a git checkout: whether the build changes tracked files is not checked.");
        } else if (arguments[0].equals("record")) {
            Files.createDirectories(record.getParent());
            Files.writeString(record, arguments[3] + "\n" + String.join("\n", lines(hashes(root))));
        } else if (!Files.exists(record) || !Files.readString(record).startsWith(arguments[3] + "\n")) {
            System.out.println("Not a build of the whole: whether it changes tracked files is not checked.");
        } else {
            compare(Files.readString(record).substring(arguments[3].length() + 1), hashes(root));
        }
    }

    private static void compare(String before, SortedMap<String, String> now) {
        var changed = new TreeMap<String, String>();
        for (var line : before.split("\n", -1)) {
            changed.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
        }
        now.forEach(changed::remove);
        if (!changed.isEmpty()) {
            System.err.println("The build changed files that git tracks: " + String.join(", ", changed.keySet()));
            System.err.println("A build writes only below target/. If they are generated, run `mvn generate` and commit.");
            System.exit(1);
        }
    }

    private static Iterable<String> lines(SortedMap<String, String> hashes) {
        return hashes.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey()).toList();
    }

    private static SortedMap<String, String> hashes(Path root) throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "ls-files", "-z").directory(root.toFile()).start();
        var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IOException(new String(git.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        var hashes = new TreeMap<String, String>();
        for (var name : names.split("\0", -1)) {
            if (!name.isEmpty()) {
                hashes.put(name, hash(root.resolve(name)));
            }
        }
        return hashes;
    }

    private static String hash(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "missing";
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
