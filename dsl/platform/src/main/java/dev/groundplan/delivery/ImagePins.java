package dev.groundplan.delivery;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.facts.ImagePin;
import dev.groundplan.facts.PrivateImages;
import dev.groundplan.files.NearestName;
import dev.groundplan.values.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SequencedMap;

/**
 * The images that the platform runs of its own programs: one tag and digest each, in a small file that the release workflow
 * writes and nobody else.
 *
 * <pre>{@code
 * {
 *   "test-app": {
 *     "repository": "ghcr.io/acme/test-app",
 *     "tag": "1.4.2",
 *     "digest": "sha256:…"
 *   }
 * }
 * }</pre>
 *
 * <p>Refused, each with the file and the line: what is no JSON of this form, an entry that lacks one of the three or has a
 * fourth, a name or key twice, the tag {@code latest}, a digest that is none.
 */
public final class ImagePins implements Part {

    private final SourceLine line;
    private final String file;
    private final SequencedMap<String, ImageReference> pins;
    private boolean arePublic;

    private ImagePins(SourceLine line, String file, SequencedMap<String, ImageReference> pins) {
        this.line = line;
        this.file = file;
        this.pins = pins;
    }

    /**
     * Returns the images of a file on the class path: the same wherever the program is started.
     *
     * @param beside a class of the module that has the file
     * @param file the file at the root of the module's class path, such as {@code images.json}
     * @throws IllegalArgumentException if there is no such file, or it is malformed
     */
    public static ImagePins imagePins(Class<?> beside, String file) {
        try (InputStream found = beside.getResourceAsStream("/" + file)) {
            if (found == null) {
                throw new IllegalArgumentException(
                        ("There is no file `%s` on the class path of `%s`: put it into the module's resources, with an entry like"
                                        + " {\"test-app\": {\"repository\": \"ghcr.io/acme/test-app\", \"tag\": \"1.4.2\", \"digest\": \"sha256:…\"}}.")
                                .formatted(file, beside.getName()));
            }
            return imagePins(file, new String(found.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the images of a text, for tests.
     *
     * @param file what messages call it
     * @throws IllegalArgumentException if it is malformed
     */
    public static ImagePins imagePins(String file, String text) {
        return new ImagePins(SourceLine.here(), file, PinReader.read(file, text));
    }

    /**
     * Returns these images, known to be such as everybody may pull. Without this call those of {@code ghcr.io} count as private,
     * as GitHub makes them unless the repository that pushes them is public and its owner allows public packages; what runs
     * one must log in then (A11): {@code workload.pulledWith(…)}.
     *
     * @see <a href="https://docs.github.com/en/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility">GitHub:
     *     visibility of packages</a>
     */
    public ImagePins asPublic() {
        var copy = new ImagePins(line, file, pins);
        copy.arePublic = true;
        return copy;
    }

    /**
     * Returns the image of this name, with tag and digest.
     *
     * @throws IllegalArgumentException if the file has none
     */
    public ImageReference image(String name) {
        var image = pins.get(name);
        if (image == null) {
            throw new IllegalArgumentException("`%s` pins no image `%s`.%s Release it once, or write its entry: %s."
                    .formatted(file, name, NearestName.question(name, pins.keySet()), example(name)));
        }
        return image;
    }

    /** Returns the class path's name of the file. */
    public String file() {
        return file;
    }

    @Override
    public PartId id() {
        return PartId.of("images", "pinned");
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        var elements = Elements.none();
        for (var pin : pins.entrySet()) {
            elements = elements.with(new ImagePin(pin.getKey(), pin.getValue()));
            if (!arePublic && pin.getValue().name().startsWith("ghcr.io/")) {
                elements = elements.with(privateImage(pin.getValue().name()));
            }
        }
        return elements;
    }

    private static PrivateImages privateImage(String name) {
        return new PrivateImages(
                name,
                "GitHub keeps the packages of a repository private unless it is public itself",
                "pull it with an account: .pulledWith(registryAccount(\"%s\", \"acme-bot\", parameters.secret(\"registry/ghcr\"))); if everybody may pull it, say so: imagePins(…).asPublic()"
                        .formatted(name.substring(0, name.lastIndexOf('/'))));
    }

    static String example(String name) {
        return "\"%s\": {\"repository\": \"ghcr.io/acme/%s\", \"tag\": \"1.4.2\", \"digest\": \"sha256:…\"}"
                .formatted(name, name);
    }
}
