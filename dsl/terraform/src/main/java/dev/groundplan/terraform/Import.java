package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes something that exists already under Terraform's care: {@code import {…}}.
 *
 * @param to the resource, or one instance of it
 * @param id what the provider calls it
 * @param forEach one import for each entry of this map or set, with {@link Scope#eachKey()} in {@code to} and {@code id}
 * @param provider the configuration that reads it, the resource's own if empty
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/import">import block</a>
 */
public record Import(
        TargetAddress to, Expression<String> id, Optional<Expression<?>> forEach, Optional<Provider> provider)
        implements Element {

    /** Returns the import of the one instance of a resource. */
    public static Import of(Address to, String id) {
        return of(TargetAddress.of(to), Expressions.text(id));
    }

    /** Returns the import of an instance of a resource. */
    public static Import of(TargetAddress to, Expression<String> id) {
        return new Import(to, id, Optional.empty(), Optional.empty());
    }

    /** Returns a copy that comes once for each entry of a map or element of a set. */
    public Import withForEach(Expression<?> mapOrSet) {
        return new Import(to, id, Optional.of(mapOrSet), provider);
    }

    /** Returns a copy that is read by this configuration of the provider. */
    public Import withProvider(Provider configuration) {
        return new Import(to, id, forEach, Optional.of(configuration));
    }

    @Override
    public Address address() {
        return new Address(Address.Kind.IMPORT, "", to.toString());
    }

    @Override
    public Stream<Address> references() {
        Stream<Address> expressions = Stream.of(forEach.stream(), to.instances(), Stream.of(id))
                .flatMap(each -> each)
                .flatMap(Expression::references);
        return Stream.of(Stream.of(to.root()), expressions, provider.stream().map(Provider::address))
                .flatMap(each -> each);
    }

    Stream<String> freeNames() {
        return Stream.concat(to.instances(), Stream.of(id)).flatMap(ExpressionTree::freeNames);
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (forEach.isPresent()) {
            generator.writeFieldName("for_each");
            JsonSyntax.write(forEach.get(), generator);
        }
        generator.writeStringField("to", to.toString());
        generator.writeFieldName("id");
        JsonSyntax.write(id, generator);
        if (provider.isPresent()) {
            generator.writeStringField("provider", provider.get().reference());
        }
        generator.writeEndObject();
    }
}
