package dev.groundplan.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether one name of a path is a valid file name on Linux, macOS and Windows.
 *
 * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Naming files on Windows</a>
 */
final class PortableName {

    /** What ext4, APFS and NTFS take for one name (the first two in bytes, so this holds for the third). */
    private static final int MOST_BYTES = 255;

    private static final String FORBIDDEN = "\\:*?\"<>|";
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

    private PortableName() {}

    /** The fault as the rest of a sentence that begins with the path. */
    static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("has an empty name: it begins or ends with `/`, or has two in a row");
        }
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("has the name `" + name + "`, which could lead out of the tree");
        }
        return characterFault(name).or(() -> nameFault(name));
    }

    private static Optional<String> characterFault(String name) {
        return name.codePoints()
                .filter(c -> !Characters.visible(c) || FORBIDDEN.indexOf(c) >= 0)
                .mapToObj(c -> Characters.visible(c)
                        ? "has a `" + Character.toString(c) + "` in a name, which Windows does not take"
                        : "has the character U+" + Characters.hex(c, 4) + " in a name, which nobody can see")
                .findFirst();
    }

    private static Optional<String> nameFault(String name) {
        var shown = "`" + Excerpt.of(name) + "`";
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("has the name " + shown + ", and Windows drops a dot or blank at the end of a name");
        }
        if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("has the name " + shown + ", which is a device on Windows");
        }
        if (name.equalsIgnoreCase(".git")) {
            return Optional.of("has the name " + shown + ", which belongs to git");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("has a name longer than " + MOST_BYTES + " bytes, which no system takes");
        }
        return Normalizer.isNormalized(name, Normalizer.Form.NFC)
                ? Optional.empty()
                : Optional.of(
                        "has the name " + shown + " in Unicode's decomposed form, and macOS takes both forms for one"
                                + " file (Normalizer.normalize(name, Normalizer.Form.NFC) gives the composed form)");
    }
}
