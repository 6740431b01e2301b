package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Tells Terraform what becomes of something that is no longer described: {@code removed {…}}.
 *
 * @param from what was removed, all instances of it
 * @param destroy whether Terraform destroys it, or only forgets it
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/removed">removed block</a>
 */
public record Removed(TargetAddress from, boolean destroy) implements Element {

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it names an instance
     */
    public Removed {
        if (from.anyInstance()) {
            throw new IllegalArgumentException("`removed` does not take the single instance `" + from
                    + "`; give the whole resource or module, without a key");
        }
    }

    /** Returns that Terraform forgets it and leaves it running. */
    public static Removed forgotten(TargetAddress from) {
        return new Removed(from, false);
    }

    /** Returns that Terraform destroys it. */
    public static Removed destroyed(TargetAddress from) {
        return new Removed(from, true);
    }

    @Override
    public Address address() {
        return new Address(Address.Kind.REMOVED, "", from.toString());
    }

    /** Returns nothing: what it names is gone. */
    @Override
    public Stream<Address> references() {
        return Stream.empty();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("from", from.toString());
        generator.writeObjectFieldStart("lifecycle");
        generator.writeBooleanField("destroy", destroy);
        generator.writeEndObject();
        generator.writeEndObject();
    }
}
