package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.facts.ApplyOrder;
import dev.groundplan.facts.ApplyOrder.Dependency;
import dev.groundplan.files.NearestName;
import dev.groundplan.kubernetes.flux.Kustomization;
import dev.groundplan.kubernetes.flux.kustomizationspec.DependsOn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds Kustomizations of Flux that wait for each other in a ring, or for one that is not there: they would wait for ever. */
final class KustomizationsInRing implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var byName = new LinkedHashMap<String, PlacedObject>();
        platform.kubernetes().stream()
                .filter(placed -> placed.object() instanceof Kustomization)
                .forEach(placed -> byName.put(name(placed), placed));
        var problems = new ArrayList<Problem>();
        byName.forEach((name, placed) -> waitsFor(placed).stream()
                .filter(other -> !byName.containsKey(other))
                .forEach(other -> problems.add(missing(placed, other, byName))));
        ring(byName).ifPresent(ring -> problems.add(problem(ring, platform)));
        return problems;
    }

    private static String name(PlacedObject placed) {
        var metadata = placed.object().getMetadata();
        return metadata.getNamespace() + "/" + metadata.getName();
    }

    private static List<String> waitsFor(PlacedObject placed) {
        var kustomization = (Kustomization) placed.object();
        var others =
                kustomization.getSpec() == null ? null : kustomization.getSpec().getDependsOn();
        return others == null
                ? List.of()
                : others.stream().map(other -> name(kustomization, other)).toList();
    }

    private static String name(Kustomization from, DependsOn other) {
        var namespace = other.getNamespace() == null ? from.getMetadata().getNamespace() : other.getNamespace();
        return namespace + "/" + other.getName();
    }

    private static Optional<List<PlacedObject>> ring(SequencedMap<String, PlacedObject> byName) {
        var done = new TreeSet<String>();
        for (var start : byName.values()) {
            var ring = ring(start, new ArrayList<>(), done, byName);
            if (ring.isPresent()) {
                return ring;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<PlacedObject>> ring(
            PlacedObject here,
            List<PlacedObject> way,
            SortedSet<String> done,
            SequencedMap<String, PlacedObject> byName) {
        var before = way.indexOf(here);
        if (before >= 0) {
            return Optional.of(List.copyOf(way.subList(before, way.size())));
        }
        if (!done.add(name(here))) {
            return Optional.empty();
        }
        way.add(here);
        for (var name : waitsFor(here)) {
            var other = byName.get(name);
            var ring = other == null ? Optional.<List<PlacedObject>>empty() : ring(other, way, done, byName);
            if (ring.isPresent()) {
                return ring;
            }
        }
        way.removeLast();
        return Optional.empty();
    }

    private static Problem missing(PlacedObject placed, String other, SequencedMap<String, PlacedObject> byName) {
        return new Problem(
                "G01",
                "The Kustomization `%s` waits for `%s`, and there is none of that name.".formatted(name(placed), other),
                placed.from().place(),
                NearestName.to(other, List.copyOf(byName.keySet()))
                        .map("did you mean `%s`?"::formatted)
                        .orElse("leave it out, or add that Kustomization"));
    }

    private static Problem problem(List<PlacedObject> ring, ExpandedPlatform platform) {
        var order = Capabilities.order(platform);
        var steps = new ArrayList<String>();
        for (int i = 0; i < ring.size(); i++) {
            var one = name(ring.get(i));
            var other = name(ring.get((i + 1) % ring.size()));
            steps.add("`%s` waits for `%s`%s".formatted(one, other, reason(one, other, order, platform)));
        }
        return new Problem(
                "G01",
                "Nothing of these would ever be applied: " + String.join(", ", steps) + ".",
                place(ring, order, platform),
                "take back a need that is none, or keep what needs, or what brings, one of these in a directory of its own: Layer.APPS.directory(…)");
    }

    /** Where the first need of the ring was said; nobody wrote the Kustomizations themselves. */
    private static Place place(List<PlacedObject> ring, ApplyOrder order, ExpandedPlatform platform) {
        return dependency(name(ring.getFirst()), name(ring.get(1 % ring.size())), order, platform)
                .flatMap(dependency -> Capabilities.needed(platform).stream()
                        .filter(needed -> needed.capability().equals(dependency.capability()))
                        .filter(needed -> order.directory(needed.need().at()).equals(dependency.directory()))
                        .findFirst())
                .map(needed -> needed.from().of(needed.capability().name()))
                .orElse(ring.getFirst().from().place());
    }

    private static String reason(String one, String other, ApplyOrder order, ExpandedPlatform platform) {
        return dependency(one, other, order, platform)
                .map(KustomizationsInRing::reason)
                .orElse("");
    }

    private static Optional<Dependency> dependency(
            String one, String other, ApplyOrder order, ExpandedPlatform platform) {
        return directory(one, platform).stream()
                .flatMap(directory -> order.dependencies(directory.at()).stream())
                .filter(dependency -> directory(other, platform)
                        .map(AppliedByFlux::at)
                        .filter(dependency.on()::equals)
                        .isPresent())
                .findFirst();
    }

    private static String reason(Dependency dependency) {
        return " (%s needs %s)".formatted(dependency.who(), dependency.capability());
    }

    private static Optional<AppliedByFlux> directory(String name, ExpandedPlatform platform) {
        return Capabilities.applied(platform).stream()
                .filter(applied -> name.endsWith("/" + applied.kustomization()))
                .findFirst();
    }
}
