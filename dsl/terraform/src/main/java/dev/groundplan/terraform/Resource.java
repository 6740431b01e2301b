package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A thing that Terraform makes, changes and destroys: {@code resource "aws_vpc" "main" {…}}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/resources">resource</a>
 */
public final class Resource implements Element, Configured<Resource>, Provided<Resource> {

    private final ProviderBlock block;

    private Resource(ProviderBlock block) {
        this.block = block;
    }

    /**
     * Returns a resource with nothing set.
     *
     * @param type its type, such as {@code aws_vpc}
     * @param name its name in the root module: letters, digits, {@code _} and {@code -}, not starting with a digit
     * @throws IllegalArgumentException if the type or the name is no identifier
     */
    public static Resource of(String type, String name) {
        return new Resource(new ProviderBlock(Address.resource(type, name), Body.empty(), MetaArguments.none()));
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
    public Resource withBody(Body body) {
        return new Resource(block.with(body));
    }

    @Override
    public MetaArguments metaArguments() {
        return block.meta();
    }

    @Override
    public Resource withMetaArguments(MetaArguments metaArguments) {
        return new Resource(block.with(metaArguments));
    }

    /** Returns a reference to one of its attributes, {@code aws_vpc.main.id}, or to an attribute of an object in it. */
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
        return other instanceof Resource that && block.equals(that.block);
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
