package dev.groundplan.check;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Platform;
import dev.groundplan.expand.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Finds references to a part as it was before a {@code withX} made the copy that the platform has. */
final class PartChangedSinceReferredTo implements PartsCheck {

    @Override
    public List<Problem> find(Platform platform) {
        SequencedMap<PartId, Part> parts = new LinkedHashMap<>();
        platform.parts().forEach(part -> parts.putIfAbsent(part.id(), part));
        return platform.parts().stream()
                .flatMap(part -> problems(platform, part, parts))
                .toList();
    }

    private static Stream<Problem> problems(Platform platform, Part part, SequencedMap<PartId, Part> parts) {
        SequencedMap<PartId, PartReference> stale = new LinkedHashMap<>();
        part.references().stream()
                .filter(reference -> isAnotherCopy(reference, parts))
                .forEach(reference -> stale.putIfAbsent(reference.to().id(), reference));
        return stale.sequencedValues().stream().map(reference -> problem(platform, part, reference));
    }

    private static boolean isAnotherCopy(PartReference reference, SequencedMap<PartId, Part> parts) {
        var present = parts.get(reference.to().id());
        return present != null && !present.equals(reference.to());
    }

    private static Problem problem(Platform platform, Part part, PartReference reference) {
        var id = reference.to().id();
        return new Problem(
                "P03",
                "The %s refers to the %s as it was before it was changed.".formatted(part.id(), id),
                Place.of(platform, part).down(reference.as(), reference.line()),
                "make every .withX(…) call of the %s before anything refers to it, and hand that value to the platform"
                        .formatted(id));
    }
}
