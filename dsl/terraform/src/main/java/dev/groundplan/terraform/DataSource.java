package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A thing that Terraform only reads: {@code data "aws_region" "current" {…}}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/data-sources">data source</a>
 */
public final class DataSource implements Element, Configured<DataSource>, Provided<DataSource> {

    private final ProviderBlock block;

    private DataSource(ProviderBlock block) {
        this.block = block;
    }

    /**
     * Returns a data source with nothing set.
     *
     * @param type its type, such as {@code aws_region}
     * @param name its name in the root module: letters, digits, {@code _} and {@code -}, not starting with a digit
     * @throws IllegalArgumentException if the type or the name is no identifier
     */
    public static DataSource of(String type, String name) {
        return new DataSource(new ProviderBlock(Address.dataSource(type, name), Body.empty(), MetaArguments.none()));
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
    public DataSource withBody(Body body) {
        return new DataSource(block.with(body));
    }

    @Override
    public MetaArguments metaArguments() {
        return block.meta();
    }

    @Override
    public DataSource withMetaArguments(MetaArguments metaArguments) {
        return new DataSource(block.with(metaArguments));
    }

    /** Returns a reference to one of its attributes, {@code data.aws_region.current.name}, or to an attribute of an object in it. */
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
        return other instanceof DataSource that && block.equals(that.block);
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
