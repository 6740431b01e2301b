package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that Terraform verifies after each plan and apply, without stopping: {@code check "health" {…}}.
 *
 * @param name an identifier
 * @param data a data source that only this check can refer to
 * @param assertions what must hold, at least one
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/check">check block</a>
 */
public record CheckBlock(String name, Optional<DataSource> data, List<Condition> assertions) implements Element {

    /**
     * Checks the name and the data source.
     *
     * @throws IllegalArgumentException if the name is no identifier, there is no assertion, or the data source is repeated
     */
    public CheckBlock {
        Identifier.require("check", name);
        assertions = List.copyOf(assertions);
        if (assertions.isEmpty()) {
            throw new IllegalArgumentException("the check `" + name + "` asserts nothing; give it a Condition");
        }
        if (data.stream()
                .anyMatch(
                        source -> source.metaArguments().repetition().findAny().isPresent())) {
            throw new IllegalArgumentException("the data source of the check `" + name
                    + "` is repeated, which Terraform refuses there; leave `count` and `for_each` out");
        }
    }

    /** Returns a check of one assertion. */
    public static CheckBlock of(String name, Condition assertion) {
        return new CheckBlock(name, Optional.empty(), List.of(assertion));
    }

    /** Returns a copy that asserts one more thing. */
    public CheckBlock withAssertion(Condition assertion) {
        return new CheckBlock(
                name,
                data,
                Stream.concat(assertions.stream(), Stream.of(assertion)).toList());
    }

    /** Returns a copy that reads this first; when that fails, the check fails, not the run. */
    public CheckBlock withData(DataSource source) {
        return new CheckBlock(name, Optional.of(source), assertions);
    }

    @Override
    public Address address() {
        return Address.check(name);
    }

    /** Returns what it refers to, its own data source left out. */
    @Override
    public Stream<Address> references() {
        return Stream.concat(data.stream().flatMap(DataSource::references), Condition.references(assertions))
                .filter(address -> data.stream().noneMatch(own -> own.address().equals(address)));
    }

    Stream<String> freeNames() {
        return Condition.freeNames(assertions);
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (data.isPresent()) {
            Address address = data.get().address();
            generator.writeObjectFieldStart("data");
            generator.writeObjectFieldStart(address.type());
            generator.writeFieldName(address.name());
            data.get().writeTo(generator);
            generator.writeEndObject();
            generator.writeEndObject();
        }
        Condition.writeAll("assert", assertions, generator);
        generator.writeEndObject();
    }
}
