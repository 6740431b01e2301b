package dev.groundplan;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.terraform.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Function;

/** Parts of a user's own, made of any elements. */
public final class TestParts {

    private TestParts() {}

    /** A part with whatever elements the test wants. */
    public record Custom(PartId id, SourceLine line, List<PartReference> references, Function<Site, Elements> elements)
            implements Part {

        @Override
        public Elements expand(Site site) {
            return elements.apply(site);
        }

        public Custom referringTo(Part part, String as) {
            return new Custom(
                    id, line, List.of(new PartReference(part, as, SourceLine.outside(Custom.class))), elements);
        }
    }

    public static Custom part(String kind, String name, Function<Site, Elements> elements) {
        return new Custom(PartId.of(kind, name), SourceLine.outside(TestParts.class), List.of(), elements);
    }

    public static Custom terraform(String name, Declaration... declarations) {
        return part("terraform", name, site -> Elements.none().with(Root.INFRA, declarations));
    }

    public static Custom objects(String name, HasMetadata... objects) {
        return part("objects", name, site -> Elements.none().with(Layer.APPS.itself(), objects));
    }
}
