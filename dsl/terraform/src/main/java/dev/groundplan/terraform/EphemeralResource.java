package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A thing that exists during one run and is never in a plan or state: {@code ephemeral "random_password" "login" {…}}. Its
 * attributes may only go where values are not kept: write-only attributes, providers, other ephemeral values.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/resources/ephemeral">ephemeral resource</a>
 */
public final class EphemeralResource implements Element, Configured<EphemeralResource>, Provided<EphemeralResource> {

    private final ProviderBlock block;

    private EphemeralResource(ProviderBlock block) {
        this.block = block;
    }

    /**
     * Returns an ephemeral resource with nothing set.
     *
     * @param type its type, such as {@code random_password}
     * @param name its name in the root module: letters, digits, {@code _} and {@code -}, not starting with a digit
     * @throws IllegalArgumentException if the type or the name is no identifier
     */
    public static EphemeralResource of(String type, String name) {
        return new EphemeralResource(
                new ProviderBlock(Address.ephemeralResource(type, name), Body.empty(), MetaArguments.none()));
    }

    @Override
    public Address address() {
        return block.address();
    }

    @Override
    public Body body() {
        return block.body();
    }

    @Override
    public EphemeralResource withBody(Body body) {
        return new EphemeralResource(block.with(body));
    }

    @Override
    public MetaArguments metaArguments() {
        return block.meta();
    }

    @Override
    public EphemeralResource withMetaArguments(MetaArguments metaArguments) {
        return new EphemeralResource(block.with(metaArguments));
    }

    /** Returns a reference to one of its attributes, {@code ephemeral.random_password.login.result}, or to an attribute of an object in it. */
    public <T> Expression<T> attribute(String... path) {
        return block.attribute(path);
    }

    /** Returns a reference to the whole: an object, or with {@code count} a list, with {@code for_each} a map of objects. */
    public <T> Expression<T> reference() {
        return block.attribute();
    }

    @Override
    public Stream<Address> references() {
        return block.references();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        block.writeTo(generator);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EphemeralResource that && block.equals(that.block);
    }

    @Override
    public int hashCode() {
        return block.hashCode();
    }

    /** Returns its address. */
    @Override
    public String toString() {
        return address().toString();
    }
}
