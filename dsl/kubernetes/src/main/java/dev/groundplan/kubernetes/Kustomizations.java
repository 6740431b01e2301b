package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.files.Content;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.Header;
import dev.groundplan.files.YamlText;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code kustomization.yaml} of every directory. */
final class Kustomizations {

    private final SortedMap<FilePath, SortedSet<String>> entries = new TreeMap<>();

    private Kustomizations() {}

    static SortedMap<FilePath, Kustomization> over(List<FilePath> files) {
        var kustomizations = new Kustomizations();
        files.forEach(kustomizations::list);
        var byFile = new TreeMap<FilePath, Kustomization>();
        kustomizations.entries.forEach(
                (directory, names) -> byFile.put(directory.resolve("kustomization.yaml"), new Kustomization(names)));
        return byFile;
    }

    /** Lists the file in its directory, that directory in the one above, and so on. */
    private void list(FilePath file) {
        FilePath entry = file;
        for (var above = file.directory(); above.isPresent(); above = entry.directory()) {
            entries.computeIfAbsent(above.get(), directory -> new TreeSet<>()).add(entry.name());
            entry = above.get();
        }
    }

    /** The file itself: the names of the files and directories beside it. */
    record Kustomization(SortedSet<String> resources) implements Content {

        String text(Header header) {
            return YamlText.of(header, this);
        }

        @Override
        public void writeTo(JsonGenerator generator) throws IOException {
            generator.writeStartObject();
            generator.writeStringField("apiVersion", "kustomize.config.k8s.io/v1beta1");
            generator.writeStringField("kind", "Kustomization");
            generator.writeArrayFieldStart("resources");
            for (String resource : resources) {
                generator.writeString(resource);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}
