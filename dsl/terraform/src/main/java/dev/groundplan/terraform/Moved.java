package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Tells Terraform that what was at one address is at another now, so that it is kept: {@code moved {…}}.
 *
 * @param from where it was
 * @param to where it is
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/moved">moved block</a>
 */
public record Moved(TargetAddress from, TargetAddress to) implements Element {

    /**
     * Checks both ends.
     *
     * @throws IllegalArgumentException if they are the same, or computed
     */
    public Moved {
        if (from.equals(to)) {
            throw new IllegalArgumentException("`" + from + "` is moved to itself; leave the move out");
        }
        if (from.computed() || to.computed()) {
            throw new IllegalArgumentException(
                    "the move from `" + from + "` to `" + to
                            + "` has a computed instance key; Terraform takes literal ones here: write one move for each instance");
        }
    }

    /** Returns the move of all instances. */
    public static Moved of(Address from, Address to) {
        return new Moved(TargetAddress.of(from), TargetAddress.of(to));
    }

    @Override
    public Address address() {
        return new Address(Address.Kind.MOVED, "", from.toString());
    }

    /** Returns nothing: both ends may be gone by now. */
    @Override
    public Stream<Address> references() {
        return Stream.empty();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("from", from.toString());
        generator.writeStringField("to", to.toString());
        generator.writeEndObject();
    }
}
