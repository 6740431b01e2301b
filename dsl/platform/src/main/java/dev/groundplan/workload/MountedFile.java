package dev.groundplan.workload;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.SourceLine;

/** A file in a container: a text that stands in the description, or a secret. */
sealed interface MountedFile {

    String path();

    SourceLine line();

    /** A file whose text stands in the description. */
    record Config(String path, String text, SourceLine line) implements MountedFile {
        public Config {
            refuseOtherThanFile(path);
        }
    }

    /** A file whose text is kept somewhere else. */
    record Secret(String path, SecretReference reference, SourceLine line) implements MountedFile {
        public Secret {
            refuseOtherThanFile(path);
        }
    }

    /** The directory that it is mounted with. */
    default String directory() {
        return path().substring(0, path().lastIndexOf('/'));
    }

    /** Its name in this directory. */
    default String fileName() {
        return path().substring(path().lastIndexOf('/') + 1);
    }

    /** The key of a ConfigMap or Secret that holds its text. */
    default String key() {
        return path().substring(1).replace('/', '.');
    }

    /** What a problem with this file calls it. */
    default SourceDetail detail() {
        return new SourceDetail("file `" + path() + "`", line());
    }

    private static void refuseOtherThanFile(String path) {
        Mount.refuseOtherThanPath(path);
        if (path.lastIndexOf('/') == 0) {
            throw new IllegalArgumentException(
                    "`%s` can't be mounted: a file comes with its directory, and that would be the root. Write another, as in \"/etc/app%s\"."
                            .formatted(path, path));
        }
    }
}
