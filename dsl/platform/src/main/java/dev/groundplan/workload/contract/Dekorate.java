package dev.groundplan.workload.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundplan.facts.AppContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an app says about itself in the manifest that Dekorate writes while the app is compiled. Spring Boot, Quarkus and
 * plain Java write the same kind.
 *
 * <p>Taken over are what the app knows: its name, ports, probes with their times, environment (a value is a default, a
 * {@code configMapKeyRef} must be given, a {@code secretKeyRef} must be given as a secret), mounts, and the annotations
 * {@code app.groundplan.dev/…}. Not taken over is what only the platform knows (image, tag, pull policy, replicas, Service), and
 * what Dekorate adds on its own: labels of a version, which would change the selector of a Deployment, annotations of version
 * control, and the variables whose value is a field of the pod.
 *
 * @see <a href="https://dekorate.io/docs/kubernetes">Dekorate: Kubernetes</a>
 */
public final class Dekorate {

    private static final String MANIFEST = "META-INF/dekorate/kubernetes.yml";

    private Dekorate() {}

    /**
     * Returns the contract of the app of this name, from the class path: from {@code contracts/<app>/kubernetes.yml}, where the
     * build copies the app's {@code META-INF/dekorate/kubernetes.yml} to, or from the jar of the app itself.
     *
     * @param app the name of its Deployment
     * @throws IllegalArgumentException if there is none, or it cannot be read
     */
    public static AppContract fromDekorate(String app) {
        var copied = "contracts/" + app + "/kubernetes.yml";
        return resources(copied).stream()
                .map(text -> ManifestReading.read(copied, text))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> inJars(app))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No contract of `%s` is on the class path: let the build copy the app's %s to %s of this module, or read the file itself: fromDekorate(Path.of(\"../%s/target/classes/%s\"))."
                                .formatted(app, MANIFEST, copied, app, MANIFEST)));
    }

    /**
     * Returns the contract in a manifest.
     *
     * @param manifest the file that Dekorate wrote; told in problems as it is written here
     * @throws IllegalArgumentException if it is not there, or says of no app
     */
    public static AppContract fromDekorate(Path manifest) {
        var source = manifest.toString().replace('\\', '/');
        if (!Files.isRegularFile(manifest)) {
            throw new IllegalArgumentException(
                    "The contract `%s` is not there: compile the app first, since Dekorate writes it then."
                            .formatted(source));
        }
        return parse(source, text(manifest));
    }

    /** The contract in the text of a manifest. */
    static AppContract parse(String source, String text) {
        return ManifestReading.read(source, text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The contract `%s` has no Deployment, StatefulSet, DaemonSet, CronJob or Job, so it says of no app what it needs: let Dekorate write one."
                                .formatted(source)));
    }

    private static Optional<AppContract> inJars(String app) {
        return resources(MANIFEST).stream()
                .map(text -> ManifestReading.read(app + ": " + MANIFEST, text))
                .flatMap(Optional::stream)
                .filter(contract -> contract.app().equals(app))
                .findFirst();
    }

    private static List<String> resources(String name) {
        var texts = new ArrayList<String>();
        try {
            for (var url : Collections.list(loader().getResources(name))) {
                try (var stream = url.openStream()) {
                    texts.add(new String(stream.readAllBytes(), UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static ClassLoader loader() {
        var own = Dekorate.class.getClassLoader();
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(own);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
