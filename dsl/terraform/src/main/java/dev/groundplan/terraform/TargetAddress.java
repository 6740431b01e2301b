package dev.groundplan.terraform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code moved}, {@code removed} and {@code import} are about: a resource or a module, one instance of it, or one inside
 * another module: {@code module.network["a"].aws_subnet.private[0]}.
 */
public final class TargetAddress {

    private final List<Step> steps;

    private record Step(Address address, Optional<Expression<?>> instance) {

        @Override
        public String toString() {
            return address + instance.map(key -> "[" + key + "]").orElse("");
        }
    }

    private TargetAddress(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Returns all instances of a resource or module.
     *
     * @throws IllegalArgumentException if the address is of something else
     */
    public static TargetAddress of(Address address) {
        return new TargetAddress(List.of(step(address)));
    }

    private static Step step(Address address) {
        return switch (address.kind()) {
            case RESOURCE, MODULE -> new Step(address, Optional.empty());
            default ->
                throw new IllegalArgumentException(
                        "`" + address
                                + "` cannot be moved, removed or imported: only resources and modules can; give the address of one");
        };
    }

    /** Returns the instance with this number, of what is repeated by {@code count}. */
    public TargetAddress instance(long index) {
        return instance(Expressions.number(index));
    }

    /** Returns the instance with this key, of what is repeated by {@code for_each}. */
    public TargetAddress instance(String key) {
        return instance(Expressions.text(key));
    }

    /** Returns the instance whose number or key is computed; only {@code import} with {@code for_each} takes that. */
    public TargetAddress instance(Expression<?> key) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(steps.size() - 1, new Step(steps.getLast().address, Optional.of(key)));
        return new TargetAddress(changed);
    }

    /**
     * Returns something inside this module.
     *
     * @throws IllegalArgumentException if this is no module, or that is neither resource nor module
     */
    public TargetAddress inside(Address address) {
        if (steps.getLast().address.kind() != Address.Kind.MODULE) {
            throw new IllegalArgumentException(
                    "nothing is inside `" + this + "`, because it is no module; start with one: "
                            + "TargetAddress.of(Address.module(\"network\")).inside(" + address + ")");
        }
        return new TargetAddress(
                Stream.concat(steps.stream(), Stream.of(step(address))).toList());
    }

    /** Returns the element of the root module that it is or is in. */
    Address root() {
        return steps.getFirst().address;
    }

    Stream<Expression<?>> instances() {
        return steps.stream().flatMap(step -> step.instance.stream());
    }

    boolean anyInstance() {
        return instances().findAny().isPresent();
    }

    boolean computed() {
        return instances().anyMatch(key -> key instanceof ComputedExpression);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TargetAddress that && steps.equals(that.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    /** Returns the address as Terraform writes it. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining("."));
    }
}
