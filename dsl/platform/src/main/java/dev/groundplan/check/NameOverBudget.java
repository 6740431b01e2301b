package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Resource;
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
        return placed.element() instanceof Resource resource
                ? BUDGETS.of(resource.address().type()).stream().flatMap(budget -> problems(placed, resource, budget))
                : Stream.empty();
    }

    private static Stream<Problem> problems(PlacedTerraform placed, Resource resource, NameBudget budget) {
        return resource.body().attributes().get(budget.attribute()) instanceof TextLiteral name
                        && !budget.fits(name.value())
                ? Stream.of(problem(placed, resource, budget, name.value()))
                : Stream.empty();
    }

    private static Problem problem(PlacedTerraform placed, Resource resource, NameBudget budget, String name) {
        return new Problem(
                "T04",
                "`%s.%s` is `%s`: %s.".formatted(resource.address(), budget.attribute(), name, budget.whyNot(name)),
                placed.from().of(name),
                "shorten the names that it is composed of: platform, environment and part");
    }
}
