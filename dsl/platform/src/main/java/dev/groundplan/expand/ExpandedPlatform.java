package dev.groundplan.expand;

import dev.groundplan.describe.Platform;
import dev.groundplan.describe.Root;
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
 * @param unexpanded the parts that refused the site
 */
public record ExpandedPlatform(
        Platform platform,
        List<PlacedTerraform> terraform,
        List<PlacedObject> kubernetes,
        List<Unexpanded> unexpanded) {

    /** Keeps copies of the lists. */
    public ExpandedPlatform {
        terraform = List.copyOf(terraform);
        kubernetes = List.copyOf(kubernetes);
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

    /** Returns where each Terraform element comes from, by the element itself. */
    public IdentityHashMap<Element, PartPlace> origins() {
        var origins = new IdentityHashMap<Element, PartPlace>();
        terraform.forEach(placed -> origins.put(placed.element(), placed.from()));
        return origins;
    }
}
