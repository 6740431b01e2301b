package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.ListExpression;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Terraform resource and where in the description it comes from. */
record PlacedResource(Resource resource, PlacedTerraform placed) {

    /** Returns the resources of these types, in the order of the description. */
    static Stream<PlacedResource> of(ExpandedPlatform platform, String... types) {
        var wanted = List.of(types);
        return platform.terraform().stream()
                .filter(placed -> placed.element() instanceof Resource)
                .filter(placed -> wanted.contains(placed.element().address().type()))
                .map(placed -> new PlacedResource((Resource) placed.element(), placed));
    }

    /** Returns what an attribute of all these resources refers to. */
    static SequencedSet<Address> referredTo(Stream<PlacedResource> resources, String attribute) {
        return resources
                .flatMap(resource -> resource.references(attribute))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the literal texts of an attribute of a block, alone or in a list. */
    static Stream<String> texts(Body body, String attribute) {
        return value(body, attribute).flatMap(PlacedResource::texts);
    }

    private static Stream<Expression<?>> value(Body body, String attribute) {
        var value = body.attributes().get(attribute);
        return value == null ? Stream.empty() : Stream.of(value);
    }

    private static Stream<String> texts(Expression<?> value) {
        return switch (value) {
            case TextLiteral text -> Stream.of(text.value());
            case ListExpression<?> list -> list.elements().stream().flatMap(PlacedResource::texts);
            default -> Stream.empty();
        };
    }

    Address address() {
        return resource.address();
    }

    boolean has(String attribute) {
        return resource.body().attributes().containsKey(attribute);
    }

    Stream<String> texts(String attribute) {
        return texts(resource.body(), attribute);
    }

    Stream<Address> references(String attribute) {
        return value(resource.body(), attribute).flatMap(Expression::references);
    }

    boolean refersToAny(String attribute, SequencedSet<Address> addresses) {
        return references(attribute).anyMatch(addresses::contains);
    }

    Place place() {
        return placed.from().place();
    }

    @Override
    public String toString() {
        return address().toString();
    }
}
