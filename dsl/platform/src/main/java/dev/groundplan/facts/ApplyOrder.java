package dev.groundplan.facts;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.InPlace;
import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Placement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * In which order the objects of a platform have to reach the cluster: what is needed at one place is offered at another, and
 * that one comes first. Nobody types it.
 *
 * <p>What is applied together is a directory that holds objects of its own, with everything below it: {@code configs}, say, or
 * {@code controllers/external-dns} where {@code controllers} itself holds none.
 */
public final class ApplyOrder {

    private final List<InPlace> objects;
    private final List<Need> needs;
    private final SequencedMap<Capability, List<Offer>> offers = new LinkedHashMap<>();
    private final List<Placement> directories;

    private ApplyOrder(List<InPlace> objects, List<? extends Fact> facts) {
        this.objects = List.copyOf(objects);
        this.needs = facts.stream()
                .filter(Need.class::isInstance)
                .map(Need.class::cast)
                .toList();
        objects.forEach(in -> ObjectCapabilities.offered(in.object())
                .forEach(capability -> add(new Offer(in.placement(), capability))));
        facts.stream().filter(Offer.class::isInstance).map(Offer.class::cast).forEach(this::add);
        this.directories = topmost(objects);
    }

    /** Returns the order of these objects, with these needs and offers besides those that the objects show themselves. */
    public static ApplyOrder of(List<InPlace> objects, List<? extends Fact> facts) {
        return new ApplyOrder(objects, facts);
    }

    /** Returns the order of everything in these elements. */
    public static ApplyOrder of(Elements all) {
        return new ApplyOrder(all.kubernetes(), all.facts());
    }

    /**
     * That one directory waits for another.
     *
     * @param directory what waits
     * @param on what it waits for
     * @param capability what is needed there and brought here
     * @param who the object that needs it, such as {@code ExternalSecret `test/orders`}; the directory, if none shows it
     */
    public record Dependency(Placement directory, Placement on, Capability capability, String who) {}

    /** Returns what is applied together, sorted; the directory in which Flux itself begins is not among it. */
    public List<Placement> directories() {
        return directories;
    }

    /** Returns what is applied together with objects at {@code place}. */
    public Placement directory(Placement place) {
        return directories.stream()
                .filter(directory -> new AppliedByFlux(directory, "").covers(place))
                .findFirst()
                .orElse(place);
    }

    /** Returns all that a directory waits for, the first reason for each other directory, sorted by that. */
    public List<Dependency> dependencies(Placement directory) {
        var byOther = new TreeMap<String, Dependency>();
        Stream.concat(
                        objects.stream()
                                .filter(in -> isIn(directory, in.placement()))
                                .flatMap(this::ofObject),
                        needs.stream()
                                .filter(need -> isIn(directory, need.at()))
                                .flatMap(this::ofFact))
                .filter(dependency -> !dependency.on().equals(directory))
                .forEach(dependency -> byOther.putIfAbsent(dependency.on().directory(), dependency));
        return List.copyOf(byOther.values());
    }

    /** Returns where something is brought; nothing if nobody brings it. */
    public List<Offer> offers(Capability capability) {
        return BuiltIn.has(capability)
                ? List.of(Offer.already(capability))
                : offers.getOrDefault(capability, List.of());
    }

    private Stream<Dependency> ofObject(InPlace in) {
        var metadata = in.object().getMetadata();
        var name = metadata.getNamespace() == null
                ? metadata.getName()
                : metadata.getNamespace() + "/" + metadata.getName();
        var who = in.object().getKind() + " `" + name + "`";
        return ObjectCapabilities.needed(in.object()).stream()
                .flatMap(capability -> dependency(in.placement(), capability, who));
    }

    private Stream<Dependency> ofFact(Need need) {
        return dependency(need.at(), need.capability(), "`" + need.at() + "`");
    }

    /** Whatever is brought at once, or beside it, needs no waiting. */
    private Stream<Dependency> dependency(Placement at, Capability capability, String who) {
        var directory = directory(at);
        var places = offers(capability);
        return places.stream().anyMatch(offer -> offer.isAlreadyThere() || isIn(directory, offer.at()))
                ? Stream.empty()
                : places.stream()
                        .limit(1)
                        .map(offer -> new Dependency(directory, directory(offer.at()), capability, who));
    }

    private boolean isIn(Placement directory, Placement place) {
        return directory(place).equals(directory);
    }

    private void add(Offer offer) {
        offers.computeIfAbsent(offer.capability(), unseen -> new ArrayList<>()).add(offer);
    }

    private static List<Placement> topmost(List<InPlace> objects) {
        var places = objects.stream()
                .map(InPlace::placement)
                .filter(place -> !place.equals(AppliedByFlux.BEGINNING))
                .distinct()
                .toList();
        return places.stream()
                .filter(place -> places.stream()
                        .noneMatch(other -> !other.equals(place) && new AppliedByFlux(other, "").covers(place)))
                .sorted((one, other) -> one.directory().compareTo(other.directory()))
                .toList();
    }
}
