package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.ImagePin;
import java.util.List;
import java.util.stream.Stream;

/** Finds pods that run another version of an image than the one that is pinned, or one without its digest. */
final class ImageBesideItsPin implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var pins = platform.facts(ImagePin.class);
        return platform.kubernetes().stream()
                .flatMap(placed ->
                        Images.of(placed.object()).stream().distinct().flatMap(image -> problems(placed, image, pins)))
                .toList();
    }

    private static Stream<Problem> problems(PlacedObject placed, String image, List<ImagePin> pins) {
        return pins.stream()
                .filter(pin -> pin.image().name().equals(Images.withoutVersion(image)))
                .filter(pin -> !pin.image().text().equals(image))
                .map(pin -> new Problem(
                        "G10",
                        "The %s runs `%s`, and `%s` is pinned to `%s`."
                                .formatted(placed.label(), image, pin.name(), pin.image()),
                        placed.from().of(image),
                        "take it from the pins: images.image(\"%s\")".formatted(pin.name())));
    }
}
