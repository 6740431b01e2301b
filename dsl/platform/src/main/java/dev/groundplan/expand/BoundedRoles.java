package dev.groundplan.expand;

import static dev.groundplan.terraform.Expressions.text;

import dev.groundplan.facts.RoleBoundary;
import dev.groundplan.terraform.Resource;
import java.util.List;

/** Gives roles the permissions boundary without which whoever applies may not make them. */
final class BoundedRoles {

    private static final String BOUNDARY = "permissions_boundary";

    private BoundedRoles() {}

    static List<PlacedTerraform> bound(List<PlacedTerraform> elements, List<RoleBoundary> boundaries) {
        return boundaries.isEmpty()
                ? elements
                : elements.stream()
                        .map(placed -> bound(placed, boundaries.getFirst()))
                        .toList();
    }

    private static PlacedTerraform bound(PlacedTerraform placed, RoleBoundary boundary) {
        return placed.element() instanceof Resource role
                        && role.address().type().equals("aws_iam_role")
                        && !role.body().attributes().containsKey(BOUNDARY)
                ? new PlacedTerraform(
                        placed.root(), placed.file(), role.with(BOUNDARY, text(boundary.policy())), placed.from())
                : placed;
    }
}
