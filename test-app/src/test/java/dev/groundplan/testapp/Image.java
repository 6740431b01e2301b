package dev.groundplan.testapp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the last stage of the Dockerfile says of the image. */
record Image(List<String> instructions) {
    static Image described() throws IOException {
        var lines = Files.readAllLines(Path.of("Dockerfile"));
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            last = lines.get(i).startsWith("FROM ") ? i : last;
        }
        return new Image(lines.subList(last, lines.size()));
    }

    /** The values of all instructions of this name, e.g. {@code USER}. */
    List<String> values(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        for (var value : values("ENV")) {
            environment.put(value.split("=", 2)[0], value.split("=", 2)[1]);
        }
        return environment;
    }
}
