package dev.groundplan.kubernetes;

import dev.groundplan.kubernetes.KubernetesProblem.DuplicateObject;
import dev.groundplan.kubernetes.KubernetesProblem.SharedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Objects that get in each other's way, in the cluster or on the disk. */
final class Clashes {

    private final Map<String, PlacedObject> byName = new TreeMap<>();
    private final Map<String, PlacedObject> byFile = new TreeMap<>();
    private final List<KubernetesProblem> found = new ArrayList<>();

    private Clashes() {}

    static Stream<KubernetesProblem> among(List<PlacedObject> objects) {
        var clashes = new Clashes();
        objects.forEach(clashes::enter);
        return clashes.found.stream();
    }

    private void enter(PlacedObject object) {
        var sameName = byName.putIfAbsent(identity(object.name()), object);
        if (sameName != null) {
            found.add(new DuplicateObject(sameName, object));
            return;
        }
        var sameFile = byFile.putIfAbsent(object.file().toString().toLowerCase(Locale.ROOT), object);
        if (sameFile != null) {
            found.add(new SharedFile(sameFile, object));
        }
    }

    private static String identity(ObjectName name) {
        return String.join("/", name.group(), name.kind(), name.namespace().orElse(""), name.name());
    }
}
