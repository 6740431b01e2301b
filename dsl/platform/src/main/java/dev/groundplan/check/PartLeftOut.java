package dev.groundplan.check;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Platform;
import dev.groundplan.expand.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Finds parts that others refer to and that the platform does not have. */
final class PartLeftOut implements PartsCheck {

    @Override
    public List<Problem> find(Platform platform) {
        SequencedSet<PartId> ids = new LinkedHashSet<>();
        platform.parts().forEach(part -> ids.add(part.id()));
        return platform.parts().stream()
                .flatMap(part -> problems(platform, part, ids))
                .toList();
    }

    /** One problem for each missing part, at the first reference to it: the others go with it. */
    private static Stream<Problem> problems(Platform platform, Part part, SequencedSet<PartId> ids) {
        SequencedMap<PartId, PartReference> missing = new LinkedHashMap<>();
        part.references().stream()
                .filter(reference -> !ids.contains(reference.to().id()))
                .forEach(reference -> missing.putIfAbsent(reference.to().id(), reference));
        return missing.sequencedValues().stream().map(reference -> problem(platform, part, reference));
    }

    private static Problem problem(Platform platform, Part part, PartReference reference) {
        var missing = reference.to();
        return new Problem(
                "P02",
                "The %s refers to the %s, and the platform does not have it.".formatted(part.id(), missing.id()),
                Place.of(platform, part).down(reference.as(), reference.line()),
                "add it to the platform: .with(…) with the part made at " + missing.line());
    }
}
