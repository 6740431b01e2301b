package dev.groundplan.testing.terraform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;

/** AssertJ's words for a plan. */
public final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {

    private PlanAssert(Plan plan) {
        super(plan, PlanAssert.class);
    }

    /** Begins an assertion. */
    public static PlanAssert assertThat(Plan plan) {
        return new PlanAssert(plan);
    }

    /** Fails with all that Terraform said if it made no plan. */
    @CanIgnoreReturnValue
    public PlanAssert succeeds() {
        if (!actual.complete()) {
            failWithMessage("Terraform makes no plan:\n%s", lines(actual.diagnostics().stream()));
        }
        return this;
    }

    /**
     * Fails unless the plan makes objects of exactly these declarations and does nothing else.
     *
     * @param addresses as they stand in the configuration, such as {@code aws_subnet.private}: without keys of
     *     {@code count} and {@code for_each}
     */
    @CanIgnoreReturnValue
    public PlanAssert onlyCreates(String... addresses) {
        return onlyCreates(List.of(addresses));
    }

    /** Fails unless the plan makes objects of exactly these declarations and does nothing else. */
    @CanIgnoreReturnValue
    public PlanAssert onlyCreates(Collection<String> addresses) {
        succeeds();
        var others = actual.effects().stream()
                .filter(change -> !change.is(PlannedChange.Action.CREATE))
                .filter(change -> !change.is(PlannedChange.Action.READ))
                .map(PlannedChange::toString);
        var created = actual.effects().stream()
                .filter(change -> change.is(PlannedChange.Action.CREATE))
                .map(PlannedChange::declaration)
                .collect(Collectors.toCollection(TreeSet::new));
        var expected = new TreeSet<>(addresses);
        var faults = Stream.of(
                        others.map(change -> "does more than create: " + change),
                        without(expected, created).map(address -> "does not create " + address),
                        without(created, expected).map(address -> "creates " + address + ", which nobody asked for"))
                .flatMap(faultsOfOneKind -> faultsOfOneKind)
                .toList();
        if (!faults.isEmpty()) {
            failWithMessage("The plan\n%s", lines(faults.stream()));
        }
        return this;
    }

    /** Fails unless there is nothing to do, in objects and in outputs. */
    @CanIgnoreReturnValue
    public PlanAssert isEmpty() {
        succeeds();
        if (!actual.empty()) {
            var changes = actual.changes().stream()
                    .filter(change -> !change.is(PlannedChange.Action.NO_OP) || change.comesFromElsewhere());
            var outputs = actual.changedOutputs().stream().map(name -> "change output." + name);
            failWithMessage("The plan is not empty:\n%s", lines(Stream.concat(changes, outputs)));
        }
        return this;
    }

    private static Stream<String> without(SortedSet<String> all, SortedSet<String> excluded) {
        return all.stream().filter(address -> !excluded.contains(address));
    }

    private static String lines(Stream<?> things) {
        return things.map(thing -> "  " + thing).collect(Collectors.joining("\n"));
    }
}
