package dev.groundplan.terraform.schema;

import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.ComputedExpression;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A reference to one attribute of something that a schema knows: {@code aws_vpc.main.id}. */
record KnownReference(String owner, BlockSchema block, String attribute) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** Returns nothing for any other expression, and for a reference to what another provider serves. */
    static Optional<KnownReference> of(ProviderSchema schema, ComputedExpression<?> expression) {
        List<Address> addresses = expression.references().distinct().toList();
        if (addresses.size() != 1) {
            return Optional.empty();
        }
        Address address = addresses.getFirst();
        String text = expression.toString();
        String start = address + ".";
        if (!text.startsWith(start)
                || !NAME.matcher(text.substring(start.length())).matches()) {
            return Optional.empty();
        }
        return types(schema, address)
                .flatMap(types -> Optional.ofNullable(types.get(address.type())))
                .map(block -> new KnownReference(address.type(), block, text.substring(start.length())));
    }

    private static Optional<SortedMap<String, BlockSchema>> types(ProviderSchema schema, Address address) {
        return switch (address.kind()) {
            case RESOURCE -> Optional.of(schema.resources());
            case DATA_SOURCE -> Optional.of(schema.dataSources());
            case EPHEMERAL_RESOURCE -> Optional.of(schema.ephemeralResources());
            default -> Optional.empty();
        };
    }

    /** Returns the attribute's type; what a block holds is not told apart. */
    Optional<SchemaType> type() {
        AttributeSchema known = block.attributes().get(attribute);
        if (known != null) {
            return Optional.of(known.type());
        }
        return block.blocks().containsKey(attribute) ? Optional.of(SchemaType.Primitive.DYNAMIC) : Optional.empty();
    }

    /** Says that there is no such attribute. */
    String unknown() {
        var names = new TreeSet<>(block.attributes().keySet());
        names.addAll(block.blocks().keySet());
        return "`%s` has no attribute `%s`.%s".formatted(owner, attribute, NearestName.question(attribute, names));
    }
}
