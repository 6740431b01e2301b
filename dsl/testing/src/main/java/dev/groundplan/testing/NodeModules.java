package dev.groundplan.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where node finds packages: {@code .ci/tools/node_modules} of the project, looked for from here upwards. */
final class NodeModules {

    private NodeModules() {}

    static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(".ci").resolve("tools").resolve("node_modules"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
