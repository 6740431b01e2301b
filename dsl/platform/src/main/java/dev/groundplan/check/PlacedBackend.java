package dev.groundplan.check;

import dev.groundplan.describe.Root;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.terraform.Backend;
import dev.groundplan.terraform.TerraformSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The backend of a root module and where in the description it comes from. */
record PlacedBackend(Root root, Backend backend, Place place) {

    static List<PlacedBackend> all(ExpandedPlatform platform) {
        return platform.terraform().stream()
                .flatMap(placed -> placed.element() instanceof TerraformSettings settings
                        ? settings.backend().stream()
                                .map(backend -> new PlacedBackend(
                                        placed.root(), backend, placed.from().place()))
                        : Stream.empty())
                .toList();
    }

    /** Where it keeps the state, in one text: region, bucket and key. */
    String location() {
        return Stream.of("region", "bucket", "key").map(this::setting).collect(Collectors.joining(" "));
    }

    String setting(String name) {
        return PlacedResource.texts(backend.settings(), name).findFirst().orElse("");
    }
}
