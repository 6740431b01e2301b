package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A value that the root module gives to its surroundings: {@code output "vpc_id" {…}}.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/values/outputs">output values</a>
 */
public final class Output implements Element {

    private final Address address;
    private final Expression<?> value;
    private final Options options;

    private record Options(
            Optional<String> description,
            boolean sensitive,
            boolean ephemeral,
            List<Address> dependsOn,
            List<Condition> preconditions) {}

    private Output(Address address, Expression<?> value, Options options) {
        this.address = address;
        this.value = value;
        this.options = options;
    }

    /**
     * Returns an output.
     *
     * @throws IllegalArgumentException if the name is no identifier
     */
    public static Output of(String name, Expression<?> value) {
        return new Output(
                Address.output(name), value, new Options(Optional.empty(), false, false, List.of(), List.of()));
    }

    /** Returns a copy that says what it is ({@code description}). */
    public Output withDescription(String text) {
        TerraformText.requireWellFormed(text);
        return with(new Options(
                Optional.of(text), options.sensitive, options.ephemeral, options.dependsOn, options.preconditions));
    }

    /** Returns a copy whose value Terraform does not show; it is in the state all the same. */
    public Output withSensitive() {
        return with(
                new Options(options.description, true, options.ephemeral, options.dependsOn, options.preconditions));
    }

    /** Returns a copy whose value is in no plan or state; Terraform takes it in child modules only. */
    public Output withEphemeral() {
        return with(
                new Options(options.description, options.sensitive, true, options.dependsOn, options.preconditions));
    }

    /** Returns a copy that is known only after these are made ({@code depends_on}). */
    public Output withDependsOn(Declaration... others) {
        List<Address> dependsOn = MetaArguments.dependencies(options.dependsOn, List.of(others));
        return with(new Options(
                options.description, options.sensitive, options.ephemeral, dependsOn, options.preconditions));
    }

    /** Returns a copy that checks one more thing before it is given out. */
    public Output withPrecondition(Condition condition) {
        List<Condition> all = Stream.concat(options.preconditions.stream(), Stream.of(condition))
                .toList();
        return with(new Options(options.description, options.sensitive, options.ephemeral, options.dependsOn, all));
    }

    private Output with(Options changed) {
        return new Output(address, value, changed);
    }

    /** Returns the expression that it gives out. */
    public Expression<?> value() {
        return value;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Stream<Address> references() {
        return Stream.of(value.references(), Condition.references(options.preconditions), options.dependsOn.stream())
                .flatMap(each -> each);
    }

    Stream<String> freeNames() {
        return Stream.concat(ExpressionTree.freeNames(value), Condition.freeNames(options.preconditions));
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (options.description.isPresent()) {
            generator.writeStringField("description", options.description.get());
        }
        generator.writeFieldName("value");
        JsonSyntax.write(value, generator);
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
        Condition.writeAll("precondition", options.preconditions, generator);
        if (!options.dependsOn.isEmpty()) {
            JsonSyntax.writeStrings("depends_on", options.dependsOn, generator);
        }
    }

    /** Returns its address. */
    @Override
    public String toString() {
        return address.toString();
    }
}
