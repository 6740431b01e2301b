package dev.groundplan.expand;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Asks every part of a platform for its elements, and adds what each root module needs besides. */
public final class Expansion {

    private final Platform platform;
    private final List<PlacedTerraform> terraform = new ArrayList<>();
    private final List<PlacedObject> kubernetes = new ArrayList<>();
    private final List<Unexpanded> unexpanded = new ArrayList<>();

    private Expansion(Platform platform) {
        this.platform = platform;
    }

    /**
     * Returns all that {@code platform} consists of.
     *
     * <p>A part that refuses its site with an {@link IllegalArgumentException} is listed as unexpanded; so is one that
     * stumbles over a null. Any other exception is the part's own fault and passes through.
     */
    public static ExpandedPlatform expand(Platform platform) {
        var expansion = new Expansion(platform);
        platform.parts().forEach(expansion::add);
        expansion.terraform.addAll(0, RootSettings.elements(platform, expansion.terraform));
        return new ExpandedPlatform(platform, expansion.terraform, expansion.kubernetes, expansion.unexpanded);
    }

    private void add(Part part) {
        var place = Place.of(platform, part);
        try {
            add(part, place, part.expand(platform.site()));
        } catch (IllegalArgumentException refusal) {
            unexpanded.add(new Unexpanded(place, String.valueOf(refusal.getMessage())));
        } catch (NullPointerException nothing) {
            unexpanded.add(new Unexpanded(
                    place,
                    "Something in the %s is null: give it a value, or leave the call out.".formatted(part.id())));
        }
    }

    private void add(Part part, Place place, Elements elements) {
        var from = new PartPlace(place, new LinkedHashMap<>(elements.details()));
        elements.terraform()
                .forEach(in -> terraform.add(new PlacedTerraform(
                        in.root(), part.id().fileName(), in.declaration().element(), from)));
        elements.kubernetes().forEach(in -> kubernetes.add(new PlacedObject(in.placement(), in.object(), from)));
    }
}
