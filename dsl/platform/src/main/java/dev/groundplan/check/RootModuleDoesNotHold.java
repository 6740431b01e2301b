package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PartPlace;
import dev.groundplan.expand.Place;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.ModuleProblem;
import dev.groundplan.terraform.ModuleProblem.Cycle;
import dev.groundplan.terraform.ModuleProblem.DuplicateAddress;
import dev.groundplan.terraform.ModuleProblem.UnboundName;
import dev.groundplan.terraform.ModuleProblem.UnknownReference;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what Terraform would refuse in a root module: addresses twice, references to nothing, unbound names, cycles. */
final class RootModuleDoesNotHold implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var origins = platform.origins();
        return platform.rootModules().values().stream()
                .flatMap(module -> module.problems().stream())
                .map(problem -> problem(problem, origins))
                .toList();
    }

    private static Problem problem(ModuleProblem problem, IdentityHashMap<Element, PartPlace> origins) {
        return switch (problem) {
            case DuplicateAddress twice ->
                new Problem(
                        "R01",
                        "`%s` is there twice: the first is from %s."
                                .formatted(twice.second(), place(origins, twice.first())),
                        place(origins, twice.second()),
                        "give one of them another name, or leave one out");
            case UnknownReference unknown ->
                new Problem(
                        "R02",
                        "`%s` refers to `%s`, which is not in its root module.".formatted(unknown.from(), unknown.to()),
                        place(origins, unknown.from()),
                        unknown.didYouMean()
                                .map(name -> "did you mean `" + name + "`?")
                                .orElse("add it to this root module, or refer to something that is there"));
            case UnboundName unbound ->
                new Problem(
                        "R03",
                        "`%s` uses the name `%s`, which nothing binds there."
                                .formatted(unbound.element(), unbound.name()),
                        place(origins, unbound.element()),
                        "use `each` beside .withForEach(…), `count` beside .withCount(…), and a loop's variable inside the loop");
            case Cycle cycle ->
                new Problem(
                        "R04",
                        "These refer to each other in a ring, so Terraform can make none of them first: %s."
                                .formatted(ring(cycle, origins)),
                        place(origins, cycle.members().getFirst()),
                        "take one of the references out");
        };
    }

    private static String ring(Cycle cycle, IdentityHashMap<Element, PartPlace> origins) {
        var members = Stream.concat(
                cycle.members().stream(), Stream.of(cycle.members().getFirst()));
        return members.map(element ->
                        "`%s` (%s)".formatted(element, place(origins, element).line()))
                .collect(Collectors.joining(" -> "));
    }

    private static Place place(IdentityHashMap<Element, PartPlace> origins, Element element) {
        return Objects.requireNonNull(origins.get(element), "every element has an origin")
                .place();
    }
}
