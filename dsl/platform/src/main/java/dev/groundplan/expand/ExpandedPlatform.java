package dev.groundplan.expand;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Platform;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Stage;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.RootModule;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A platform in one environment, and everything that it consists of.
 *
 * @param platform what was described
 * @param terraform its Terraform elements, in the order of the parts
 * @param kubernetes its Kubernetes objects, in the order of the parts
 * @param files its files of other kinds, in the order of the parts
 * @param facts what its parts say about themselves, in their order
 * @param unexpanded the parts that refused the site
 */
public record ExpandedPlatform(
        Platform platform,
        List<PlacedTerraform> terraform,
        List<PlacedObject> kubernetes,
        List<PlacedFile> files,
        List<PlacedFact> facts,
        List<Unexpanded> unexpanded) {

    /** Keeps copies of the lists. */
    public ExpandedPlatform {
        terraform = List.copyOf(terraform);
        kubernetes = List.copyOf(kubernetes);
        files = List.copyOf(files);
        facts = List.copyOf(facts);
        unexpanded = List.copyOf(unexpanded);
    }

    /** Returns the root modules, in the order in which the parts name them. */
    public SequencedMap<Root, RootModule> rootModules() {
        var modules = new LinkedHashMap<Root, RootModule>();
        for (var placed : terraform) {
            var module = modules.computeIfAbsent(placed.root(), root -> RootModule.of(root.toString()));
            modules.put(placed.root(), module.with(placed.file(), placed.element()));
        }
        return modules;
    }

    /** Returns the platform as workflows are made from it. */
    public Stage stage() {
        var elements = Elements.none();
        for (var placed : terraform) {
            elements = elements.with(placed.root(), placed.element());
        }
        for (var placed : kubernetes) {
            elements = elements.with(placed.placement(), placed.object());
        }
        for (var placed : files) {
            elements = elements.with(placed.path(), placed.text());
        }
        return new Stage(
                platform.site(),
                elements.with(facts.stream().map(PlacedFact::fact).toArray(Fact[]::new)));
    }

    /** Returns what the parts say about themselves in this way, in their order. */
    public <F extends Fact> List<F> facts(Class<F> kind) {
        return facts.stream()
                .map(PlacedFact::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns where each Terraform element comes from, by the element itself. */
    public IdentityHashMap<Element, PartPlace> origins() {
        var origins = new IdentityHashMap<Element, PartPlace>();
        terraform.forEach(placed -> origins.put(placed.element(), placed.from()));
        return origins;
    }
}
