package dev.groundplan.expand;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import dev.groundplan.facts.RoleBoundary;
import dev.groundplan.facts.StateKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Asks every part of a platform for its elements, and adds what each root module needs besides. */
public final class Expansion {

    private final Platform platform;
    private final List<PlacedTerraform> terraform = new ArrayList<>();
    private final List<PlacedObject> kubernetes = new ArrayList<>();
    private final List<PlacedFile> files = new ArrayList<>();
    private final List<PlacedFact> facts = new ArrayList<>();
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
        expansion.addAll();
        expansion.terraform.addAll(
                0, RootSettings.elements(platform, expansion.terraform, expansion.facts(StateKey.class)));
        return new ExpandedPlatform(
                platform,
                BoundedRoles.bound(expansion.terraform, expansion.facts(RoleBoundary.class)),
                expansion.kubernetes,
                expansion.files,
                expansion.facts,
                expansion.unexpanded);
    }

    private <F extends Fact> List<F> facts(Class<F> kind) {
        return facts.stream()
                .map(PlacedFact::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Every part alone, and then each in sight of what all of them said. */
    private void addAll() {
        var site = platform.site();
        var all = Elements.none();
        for (var part : platform.parts()) {
            all = all.and(add(part, () -> part.expand(site)));
        }
        if (unexpanded.isEmpty()) {
            var complete = all;
            platform.parts().forEach(part -> add(part, () -> part.complete(site, complete)));
        }
    }

    @CanIgnoreReturnValue
    private Elements add(Part part, Supplier<Elements> step) {
        var place = Place.of(platform, part);
        try {
            var elements = step.get();
            add(part, place, elements);
            return elements;
        } catch (IllegalArgumentException refusal) {
            unexpanded.add(new Unexpanded(place, String.valueOf(refusal.getMessage())));
        } catch (NullPointerException nothing) {
            unexpanded.add(new Unexpanded(
                    place,
                    "Something in the %s is null: give it a value, or leave the call out.".formatted(part.id())));
        }
        return Elements.none();
    }

    private void add(Part part, Place place, Elements elements) {
        var from = new PartPlace(place, new LinkedHashMap<>(elements.details()));
        elements.terraform()
                .forEach(in -> terraform.add(new PlacedTerraform(
                        in.root(), part.id().fileName(), in.declaration().element(), from)));
        elements.kubernetes().forEach(in -> kubernetes.add(new PlacedObject(in.placement(), in.object(), from)));
        elements.files().forEach(in -> files.add(new PlacedFile(in.path(), in.text(), from)));
        elements.facts().forEach(fact -> facts.add(new PlacedFact(fact, from)));
    }
}
