package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedFact;
import dev.groundplan.facts.ContractOf;
import java.util.List;
import java.util.stream.Stream;

/** Finds contracts that were stated of an object which is not there, and so are compared with nothing. */
final class ContractOfNothing implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.facts().stream()
                .flatMap(placed -> problems(platform, placed))
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, PlacedFact placed) {
        return placed.fact() instanceof ContractOf fact
                        && RunApp.of(platform, fact).findAny().isEmpty()
                ? Stream.of(
                        new Problem(
                                "A14",
                                "The contract of `%s` (%s) is said to be of `%s/%s`, and nothing of that name runs pods."
                                        .formatted(
                                                fact.contract().app(),
                                                fact.contract().source(),
                                                fact.namespace(),
                                                fact.name()),
                                placed.from().place(),
                                "name the Deployment, StatefulSet, DaemonSet, CronJob or Job that runs the app: new ContractOf(contract, namespace, name)"))
                : Stream.empty();
    }
}
