package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** What resources, data sources and ephemeral resources have in common. */
record ProviderBlock(Address address, Body body, MetaArguments meta) {

    private static final List<String> RESERVED = Stream.concat(
                    MetaArguments.NAMES.stream(), Stream.of("connection", "provisioner"))
            .toList();

    ProviderBlock {
        body.attributes().keySet().forEach(name -> requireAttribute(address, name));
        body.blocks().keySet().stream()
                .filter(MetaArguments.NAMES::contains)
                .forEach(name -> requireAttribute(address, name));
        requireLifecycle(address, meta);
    }

    private static void requireAttribute(Address address, String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("`" + name + "` of `" + address
                    + "` is no attribute of the provider: Terraform reads it itself; " + mend(name));
        }
    }

    private static String mend(String name) {
        return switch (name) {
            case "count" -> "use .withCount(…)";
            case "for_each" -> "use .withForEach(…)";
            case "provider" -> "use .withProvider(…)";
            case "depends_on" -> "use .withDependsOn(…)";
            case "lifecycle" -> "use .withLifecycle(…)";
            default -> "it is a block: use .withBody(body.withBlock(…))";
        };
    }

    private static void requireLifecycle(Address address, MetaArguments meta) {
        boolean conditionsOnly = address.kind() != Address.Kind.RESOURCE;
        if (conditionsOnly && meta.lifecycle().stream().anyMatch(lifecycle -> !lifecycle.onlyConditions())) {
            throw new IllegalArgumentException("the lifecycle of `" + address
                    + "` takes preconditions and postconditions only: nothing of it is ever replaced or destroyed; leave the"
                    + " other rules out");
        }
    }

    ProviderBlock with(Body changed) {
        return new ProviderBlock(address, changed, meta);
    }

    ProviderBlock with(MetaArguments changed) {
        return new ProviderBlock(address, body, changed);
    }

    <T> Expression<T> attribute(String... path) {
        return Expressions.reference(address, path);
    }

    Stream<Address> references() {
        return Stream.concat(meta.references(), body.references());
    }

    void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        meta.writeHead(to);
        body.writeMembers(to);
        meta.writeTail(to);
        to.writeEndObject();
    }
}
