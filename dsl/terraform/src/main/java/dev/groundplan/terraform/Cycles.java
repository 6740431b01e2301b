package dev.groundplan.terraform;

import dev.groundplan.terraform.Address.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Finds elements that wait for each other. A module call waits only for what decides how often and when it is made: which of
 * its inputs an output needs is the module's own affair, and Terraform allows two modules to feed each other.
 */
final class Cycles {

    private final SequencedMap<Address, Element> elements = new LinkedHashMap<>();
    private final Map<Address, List<Address>> edges = new LinkedHashMap<>();

    private Cycles(List<Element> all) {
        all.forEach(element -> elements.putIfAbsent(element.address(), element));
        elements.values()
                .forEach(element -> edges.put(
                        element.address(),
                        waitsFor(element)
                                .distinct()
                                .filter(elements::containsKey)
                                .toList()));
    }

    static Stream<ModuleProblem> in(List<Element> all) {
        Cycles cycles = new Cycles(all);
        SequencedSet<Address> reported = new LinkedHashSet<>();
        List<ModuleProblem> problems = new ArrayList<>();
        for (Address start : cycles.elements.keySet()) {
            if (!reported.contains(start)) {
                cycles.shortestFrom(start)
                        .filter(ring -> Collections.disjoint(ring, reported))
                        .ifPresent(ring -> {
                            reported.addAll(ring);
                            problems.add(new ModuleProblem.Cycle(
                                    ring.stream().map(cycles::element).toList()));
                        });
            }
        }
        return problems.stream();
    }

    private Element element(Address address) {
        return Objects.requireNonNull(elements.get(address));
    }

    private static Stream<Address> waitsFor(Element element) {
        return switch (element) {
            case ModuleCall call -> call.metaArguments().references();
            case Resource resource ->
                Stream.concat(element.references(), impliedProvider(resource.metaArguments(), element));
            case DataSource source ->
                Stream.concat(element.references(), impliedProvider(source.metaArguments(), element));
            case EphemeralResource ephemeral ->
                Stream.concat(element.references(), impliedProvider(ephemeral.metaArguments(), element));
            case Import toImport -> Stream.empty();
            default -> element.references();
        };
    }

    /** A resource without {@code provider} waits for the default configuration of the provider that its type starts with. */
    private static Stream<Address> impliedProvider(MetaArguments meta, Element element) {
        String type = element.address().type();
        int underscore = type.indexOf('_');
        String provider = underscore < 0 ? type : type.substring(0, underscore);
        return meta.provider().isPresent() ? Stream.empty() : Stream.of(new Address(Kind.PROVIDER, provider, ""));
    }

    /** Searches breadth first, so that the first way back to the start is a shortest one. */
    private Optional<List<Address>> shortestFrom(Address start) {
        Map<Address, Address> cameFrom = new LinkedHashMap<>();
        Deque<Address> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            Address here = queue.remove();
            for (Address next : edges.getOrDefault(here, List.of())) {
                if (next.equals(start)) {
                    return Optional.of(path(start, here, cameFrom));
                }
                if (cameFrom.putIfAbsent(next, here) == null) {
                    queue.add(next);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Address> path(Address start, Address end, Map<Address, Address> cameFrom) {
        Deque<Address> path = new ArrayDeque<>();
        Address at = end;
        while (!at.equals(start)) {
            path.addFirst(at);
            at = Objects.requireNonNull(cameFrom.get(at));
        }
        path.addFirst(start);
        return List.copyOf(path);
    }
}
