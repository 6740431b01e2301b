package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * A local value: an expression with a name, in the block {@code locals}.
 *
 * @param <T> the type of its value
 * @param name an identifier
 * @param expression what it stands for
 * @see <a href="https://developer.hashicorp.com/terraform/language/values/locals">local values</a>
 */
public record Local<T>(String name, Expression<T> expression) implements Element {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is no identifier
     */
    public Local {
        Identifier.require("local value", name);
    }

    /** Returns a local value. */
    public static <T> Local<T> of(String name, Expression<T> expression) {
        return new Local<>(name, expression);
    }

    /** Returns a reference to it, {@code local.name}. */
    public Expression<T> value() {
        return Expressions.reference(address());
    }

    @Override
    public Address address() {
        return Address.local(name);
    }

    @Override
    public Stream<Address> references() {
        return expression.references();
    }

    /** Writes the value itself: a local value has no block of its own. */
    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        JsonSyntax.write(expression, generator);
    }
}
