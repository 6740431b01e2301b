package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One configuration of a provider: {@code provider "aws" {…}}.
 *
 * @param localName the name under which the module requires it, such as {@code aws}
 * @param alias what tells it from other configurations; empty for the default one
 * @param body its attributes and nested blocks
 * @see <a href="https://developer.hashicorp.com/terraform/language/providers/configuration">provider configuration</a>
 */
public record Provider(String localName, Optional<String> alias, Body body) implements Element, Configured<Provider> {

    private static final List<String> RESERVED =
            List.of("alias", "version", "count", "for_each", "depends_on", "lifecycle", "source", "locals");

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if one is no identifier or has a meaning of its own in a provider block
     */
    public Provider {
        Identifier.require("provider", localName);
        alias.ifPresent(name -> Identifier.require("provider alias", name));
        body.attributes().keySet().stream()
                .filter(RESERVED::contains)
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("`" + name + "` is no setting of the provider `" + localName
                            + "`: Terraform reserves it; use .withAlias(…) for an alias, and"
                            + " TerraformSettings.withRequiredProvider(…) for a version");
                });
    }

    /** Returns the default configuration with nothing set. */
    public static Provider of(String localName) {
        return new Provider(localName, Optional.empty(), Body.empty());
    }

    /** Returns a copy for use besides the default configuration, where {@link Provided#withProvider} names it. */
    public Provider withAlias(String name) {
        return new Provider(localName, Optional.of(name), body);
    }

    @Override
    public Provider withBody(Body changed) {
        return new Provider(localName, alias, changed);
    }

    @Override
    public Address address() {
        return alias.map(name -> Address.provider(localName, name)).orElseGet(() -> Address.provider(localName));
    }

    /** Returns how other blocks name it: {@code aws}, {@code aws.west}. */
    String reference() {
        return alias.map(name -> localName + "." + name).orElse(localName);
    }

    @Override
    public Stream<Address> references() {
        return body.references();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (alias.isPresent()) {
            generator.writeStringField("alias", alias.get());
        }
        body.writeMembers(generator);
        generator.writeEndObject();
    }

    /** Returns its address. */
    @Override
    public String toString() {
        return address().toString();
    }
}
