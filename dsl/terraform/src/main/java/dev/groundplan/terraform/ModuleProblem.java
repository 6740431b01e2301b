package dev.groundplan.terraform;

import java.util.List;
import java.util.Optional;

/** Something wrong with a root module as a whole. */
public sealed interface ModuleProblem {

    /**
     * Two elements with one address.
     *
     * @param first the one described first
     * @param second the other
     */
    record DuplicateAddress(Element first, Element second) implements ModuleProblem {}

    /**
     * A reference to an element that is not in the root module.
     *
     * @param from the element that refers
     * @param to the address that nothing has
     * @param didYouMean the address of the same kind that is most like it, if any is
     */
    record UnknownReference(Element from, Address to, Optional<String> didYouMean) implements ModuleProblem {}

    /**
     * Elements of which each refers to the next, and the last to the first; one alone refers to itself. Of several such rings
     * through an element the shortest is given.
     *
     * @param members in the order of the references
     */
    record Cycle(List<Element> members) implements ModuleProblem {}

    /**
     * A name that nothing binds where it is used: a loop variable outside its loop, {@code each} without {@code for_each},
     * {@code count} without {@code count}, {@code self} outside postconditions.
     *
     * @param element where it is used
     * @param name the name
     */
    record UnboundName(Element element, String name) implements ModuleProblem {}
}
