package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TerraformSettings;
import dev.groundplan.terraform.TextLiteral;
import java.util.List;
import java.util.stream.Stream;

/** Finds composed names that AWS would refuse: longer than their budget, or with characters that it does not take. */
final class NameOverBudget implements ElementsCheck {

    private static final NameBudgets BUDGETS = NameBudgets.read();

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.terraform().stream().flatMap(NameOverBudget::problems).toList();
    }

    private static Stream<Problem> problems(PlacedTerraform placed) {
        if (placed.element() instanceof Resource resource) {
            return problems(placed, resource.address().type(), resource.body());
        }
        if (placed.element() instanceof TerraformSettings settings) {
            return settings.backend().stream()
                    .flatMap(backend -> problems(placed, "backend_" + backend.type(), backend.settings()));
        }
        return Stream.empty();
    }

    private static Stream<Problem> problems(PlacedTerraform placed, String type, Body body) {
        return BUDGETS.of(type).stream().flatMap(budget -> problems(placed, body, budget));
    }

    private static Stream<Problem> problems(PlacedTerraform placed, Body body, NameBudget budget) {
        return body.attributes().get(budget.attribute()) instanceof TextLiteral name && !budget.fits(name.value())
                ? Stream.of(problem(placed, budget, name.value()))
                : Stream.empty();
    }

    private static Problem problem(PlacedTerraform placed, NameBudget budget, String name) {
        return new Problem(
                "T04",
                "`%s.%s` is `%s`: %s."
                        .formatted(placed.element().address(), budget.attribute(), name, budget.whyNot(name)),
                placed.from().of(name),
                "shorten the names that it is composed of: platform, environment and part");
    }
}
