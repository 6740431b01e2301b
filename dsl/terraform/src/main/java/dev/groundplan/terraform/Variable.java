package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value that whoever runs the root module gives it: {@code variable "region" {…}}.
 *
 * @param <T> the type of its value
 * @see <a href="https://developer.hashicorp.com/terraform/language/values/variables">input variables</a>
 */
public final class Variable<T> implements Element {

    private static final List<String> RESERVED =
            List.of("source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals");

    private final Address address;
    private final TypeConstraint<T> type;
    private final Optional<Expression<? extends T>> otherwise;
    private final Options options;

    private record Options(
            Optional<String> description,
            boolean sensitive,
            boolean ephemeral,
            boolean nullable,
            List<Condition> validations) {}

    private Variable(
            Address address, TypeConstraint<T> type, Optional<Expression<? extends T>> otherwise, Options options) {
        this.address = address;
        this.type = type;
        this.otherwise = otherwise;
        this.options = options;
    }

    /**
     * Returns a variable that must be given.
     *
     * @throws IllegalArgumentException if the name is no identifier, or a module call has a use for it, such as {@code source}
     */
    public static <T> Variable<T> of(String name, TypeConstraint<T> type) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("`" + name
                    + "` is no name for a variable: it means something else where a module is called; write `module_"
                    + name
                    + "`");
        }
        return new Variable<>(
                Address.variable(name),
                type,
                Optional.empty(),
                new Options(Optional.empty(), false, false, true, List.of()));
    }

    /**
     * Returns a copy that may be left out ({@code default}).
     *
     * @throws IllegalArgumentException if the value is not literal
     */
    public Variable<T> withDefault(Expression<? extends T> literal) {
        JsonSyntax.requireConstant("the default of `" + address + "`", literal);
        return new Variable<>(address, type, Optional.of(literal), options);
    }

    /** Returns a copy that says what it is ({@code description}). */
    public Variable<T> withDescription(String text) {
        TerraformText.requireWellFormed(text);
        return with(new Options(
                Optional.of(text), options.sensitive, options.ephemeral, options.nullable, options.validations));
    }

    /** Returns a copy whose value Terraform does not show. */
    public Variable<T> withSensitive() {
        return with(new Options(options.description, true, options.ephemeral, options.nullable, options.validations));
    }

    /** Returns a copy whose value is in no plan or state. */
    public Variable<T> withEphemeral() {
        return with(new Options(options.description, options.sensitive, true, options.nullable, options.validations));
    }

    /** Returns a copy that does not take {@code null}, but its default in place of it ({@code nullable = false}). */
    public Variable<T> withoutNull() {
        return with(new Options(options.description, options.sensitive, options.ephemeral, false, options.validations));
    }

    /**
     * Returns a copy that checks one more thing about the value given.
     *
     * @throws IllegalArgumentException if the condition does not refer to {@link #value()}
     */
    public Variable<T> withValidation(Condition condition) {
        if (condition.condition().references().noneMatch(address::equals)) {
            throw new IllegalArgumentException("the validation `" + condition.condition() + "` does not look at `"
                    + address + "`; refer to it by .value()");
        }
        List<Condition> all = Stream.concat(options.validations.stream(), Stream.of(condition))
                .toList();
        return with(new Options(options.description, options.sensitive, options.ephemeral, options.nullable, all));
    }

    private Variable<T> with(Options changed) {
        return new Variable<>(address, type, otherwise, changed);
    }

    /** Returns a reference to it, {@code var.name}. */
    public Expression<T> value() {
        return Expressions.reference(address);
    }

    /** Returns whether it may be left out. */
    public boolean hasDefault() {
        return otherwise.isPresent();
    }

    @Override
    public Address address() {
        return address;
    }

    /** Returns what its validations refer to, itself left out. */
    @Override
    public Stream<Address> references() {
        return Condition.references(options.validations).filter(other -> !other.equals(address));
    }

    Stream<String> freeNames() {
        return Condition.freeNames(options.validations);
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (options.description.isPresent()) {
            generator.writeStringField("description", options.description.get());
        }
        generator.writeStringField("type", type.toString());
        if (otherwise.isPresent()) {
            generator.writeFieldName("default");
            JsonSyntax.writeConstant(otherwise.get(), generator);
        }
        writeOptions(generator);
        generator.writeEndObject();
    }

    private void writeOptions(JsonGenerator generator) throws IOException {
        if (options.sensitive) {
            generator.writeBooleanField("sensitive", true);
        }
        if (options.ephemeral) {
            generator.writeBooleanField("ephemeral", true);
        }
        if (!options.nullable) {
            generator.writeBooleanField("nullable", false);
        }
        Condition.writeAll("validation", options.validations, generator);
    }

    /** Returns its address. */
    @Override
    public String toString() {
        return address.toString();
    }
}
