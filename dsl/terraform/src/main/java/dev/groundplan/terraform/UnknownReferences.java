package dev.groundplan.terraform;

import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Address.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds references to elements that are not there. */
final class UnknownReferences {

    private final Set<Address> known;

    private UnknownReferences(List<Element> elements) {
        this.known = elements.stream().map(Element::address).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Stream<ModuleProblem> in(List<Element> elements) {
        UnknownReferences references = new UnknownReferences(elements);
        return elements.stream().flatMap(references::of);
    }

    private Stream<ModuleProblem> of(Element from) {
        return from.references()
                .distinct()
                .filter(to -> !known.contains(to) && !isImplied(to))
                .map(to -> new ModuleProblem.UnknownReference(from, to, closest(to)));
    }

    /** The default configuration of a provider need not be written. */
    private static boolean isImplied(Address address) {
        return address.kind() == Kind.PROVIDER && address.name().isEmpty();
    }

    private Optional<String> closest(Address unknown) {
        return NearestName.to(
                unknown.toString(),
                known.stream()
                        .filter(address -> address.kind() == unknown.kind())
                        .map(Address::toString)
                        .toList());
    }
}
