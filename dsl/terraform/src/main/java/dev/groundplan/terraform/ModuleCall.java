package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The use of another module: {@code module "network" {…}}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/modules">modules</a>
 */
public final class ModuleCall implements Element, Repeatable<ModuleCall> {

    private static final List<String> RESERVED = Stream.concat(
                    MetaArguments.NAMES.stream(), Stream.of("source", "version", "providers", "locals"))
            .toList();

    private final Address address;
    private final Origin origin;
    private final Body inputs;
    private final MetaArguments meta;

    private record Origin(
            String source, Optional<VersionConstraint> version, SequencedMap<String, Provider> providers) {}

    private ModuleCall(Address address, Origin origin, Body inputs, MetaArguments meta) {
        this.address = address;
        this.origin = origin;
        this.inputs = inputs;
        this.meta = meta;
    }

    /**
     * Returns a call with no inputs.
     *
     * @param name its name in the root module
     * @param source where the module is: a path that starts with {@code ./} or {@code ../}, a registry address, a URL
     * @throws IllegalArgumentException if the name is no identifier, or the source is blank
     */
    public static ModuleCall of(String name, String source) {
        if (source.isBlank()) {
            throw new IllegalArgumentException("the source of module `" + name
                    + "` is blank; write where it is, such as `./network` or `terraform-aws-modules/vpc/aws`");
        }
        TerraformText.requireWellFormed(source);
        return new ModuleCall(
                Address.module(name),
                new Origin(source, Optional.empty(), new TreeMap<>()),
                Body.empty(),
                MetaArguments.none());
    }

    /** Returns a copy that takes certain versions of a module from a registry ({@code version}). */
    public ModuleCall withVersion(String constraint) {
        Optional<VersionConstraint> version = Optional.of(VersionConstraint.of(constraint));
        return new ModuleCall(address, new Origin(origin.source, version, origin.providers), inputs, meta);
    }

    /**
     * Returns a copy that gives the module this configuration under one of its own names for a provider.
     *
     * @param nameInside {@code aws}, or {@code aws.west} for one that the module declares by alias
     */
    public ModuleCall withProvider(String nameInside, Provider provider) {
        for (String word : nameInside.split("\\.", 2)) {
            Identifier.require("provider", word);
        }
        SequencedMap<String, Provider> providers = new TreeMap<>(origin.providers);
        providers.put(nameInside, provider);
        return new ModuleCall(address, new Origin(origin.source, origin.version, providers), inputs, meta);
    }

    /**
     * Returns a copy with one of the module's variables set.
     *
     * @throws IllegalArgumentException if the name is no identifier, or has a meaning of its own here
     */
    public ModuleCall withInput(String variable, Expression<?> value) {
        if (RESERVED.contains(variable)) {
            throw new IllegalArgumentException("`" + variable + "` of `" + address
                    + "` is no variable of the module: Terraform reads it itself; use the method for it, such as"
                    + " .withVersion(…), .withForEach(…), .withProvider(…)");
        }
        return new ModuleCall(address, origin, inputs.with(variable, value), meta);
    }

    @Override
    public MetaArguments metaArguments() {
        return meta;
    }

    @Override
    public ModuleCall withMetaArguments(MetaArguments metaArguments) {
        if (metaArguments.provider().isPresent() || metaArguments.lifecycle().isPresent()) {
            throw new IllegalArgumentException("`" + address
                    + "` takes no `provider` and no `lifecycle`: a module has several of both; use"
                    + " .withProvider(nameInside, provider), and conditions inside the module");
        }
        return new ModuleCall(address, origin, inputs, metaArguments);
    }

    /** Returns the inputs by variable, in the order given. */
    public SequencedMap<String, Expression<?>> inputs() {
        return Collections.unmodifiableSequencedMap(inputs.attributes());
    }

    /** Returns a reference to one of its outputs, {@code module.network.vpc_id}, or to an attribute of an object in it. */
    public <T> Expression<T> output(String... path) {
        return Expressions.reference(address, path);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Stream<Address> references() {
        Stream<Address> providers = origin.providers.values().stream().map(Provider::address);
        return Stream.of(meta.references(), providers, inputs.references()).flatMap(each -> each);
    }

    Stream<String> freeNames() {
        return inputs.freeNames();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("source", origin.source);
        if (origin.version.isPresent()) {
            generator.writeStringField("version", origin.version.get().text());
        }
        if (!origin.providers.isEmpty()) {
            generator.writeObjectFieldStart("providers");
            for (var provider : origin.providers.entrySet()) {
                generator.writeStringField(
                        provider.getKey(), provider.getValue().reference());
            }
            generator.writeEndObject();
        }
        meta.writeHead(generator);
        inputs.writeMembers(generator);
        meta.writeTail(generator);
        generator.writeEndObject();
    }

    /** Returns its address. */
    @Override
    public String toString() {
        return address.toString();
    }
}
