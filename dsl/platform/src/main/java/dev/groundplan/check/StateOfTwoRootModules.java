package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Finds root modules that keep their state in one and the same object: each apply would destroy what the other made. */
final class StateOfTwoRootModules implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var kept = new LinkedHashMap<String, PlacedBackend>();
        return PlacedBackend.all(platform).stream()
                .filter(placed -> placed.backend().type().equals("s3"))
                .flatMap(placed -> {
                    var first = kept.putIfAbsent(placed.location(), placed);
                    return first == null || first.root().equals(placed.root())
                            ? Stream.empty()
                            : Stream.of(problem(first, placed));
                })
                .toList();
    }

    private static Problem problem(PlacedBackend first, PlacedBackend second) {
        return new Problem(
                "T03",
                "The root modules `%s` and `%s` keep their state in one object, `%s` of `%s`: each apply would destroy what the other made."
                        .formatted(first.root(), second.root(), second.setting("key"), second.setting("bucket")),
                second.place(),
                "leave the backend to the platform, which gives each root module a key of its own");
    }
}
