package dev.groundplan.inventory;

import dev.groundplan.describe.Root;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.inventory.Inventory.Section;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.RootModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The root modules of Terraform, and how many of what each makes. */
final class Roots {

    private Roots() {}

    static Optional<Section> of(ExpandedPlatform platform) {
        List<List<String>> rows = new ArrayList<>();
        platform.rootModules().forEach((root, module) -> rows.add(row(platform, root, module)));
        return Section.table("Root modules of Terraform", List.of("root module", "state", "makes"), rows);
    }

    private static List<String> row(ExpandedPlatform platform, Root root, RootModule module) {
        var counts = new TreeMap<String, Integer>();
        module.elements()
                .filter(Resource.class::isInstance)
                .map(Element::address)
                .forEach(address -> counts.merge(address.type(), 1, Integer::sum));
        var makes = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + Table.code(count.getKey()))
                .collect(Collectors.joining("<br>"));
        var site = platform.platform().site();
        var state = "s3://" + site.stateBucket() + "/" + site.state(root).key();
        return List.of(Table.code(root.toString()), Table.code(state), makes);
    }
}
