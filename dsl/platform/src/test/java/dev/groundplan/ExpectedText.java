package dev.groundplan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts too long to stand in a test: files below {@code src/test/resources/expected}.
 *
 * <p>With {@code -Dgroundplan.updateExpected=true} a test writes its file, and fails all the same: what it wrote is for a
 * person to read first.
 */
public final class ExpectedText {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "expected");

    private ExpectedText() {}

    /** Fails unless {@code actual} is what the file of this name holds. */
    public static void assertText(String actual, String file) {
        var path = DIRECTORY.resolve(file);
        try {
            if (Boolean.getBoolean("groundplan.updateExpected")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual, UTF_8);
                fail("%s was written. Read it, then run without -Dgroundplan.updateExpected.", path);
            }
            assertThat(actual).as("%s", path).isEqualTo(Files.readString(path, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
