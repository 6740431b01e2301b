package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Terraform itself reads in a block, not the provider.
 *
 * @param count how many instances
 * @param forEach the map or set of instances; excludes {@code count}
 * @param provider which configuration of the provider; the default one if empty
 * @param dependsOn what must exist before
 * @param lifecycle how instances are replaced and what is checked about them
 * @see <a href="https://developer.hashicorp.com/terraform/language/meta-arguments">meta-arguments</a>
 */
public record MetaArguments(
        Optional<Expression<Number>> count,
        Optional<Expression<?>> forEach,
        Optional<Provider> provider,
        List<Address> dependsOn,
        Optional<Lifecycle> lifecycle) {

    /** The names that no attribute of a block may have. */
    static final List<String> NAMES = List.of("count", "for_each", "provider", "depends_on", "lifecycle");

    private static final MetaArguments NONE =
            new MetaArguments(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /**
     * Checks that they go together.
     *
     * @throws IllegalArgumentException if both {@code count} and {@code for_each} are set
     */
    public MetaArguments {
        if (count.isPresent() && forEach.isPresent()) {
            throw new IllegalArgumentException(
                    "a block takes `count` or `for_each`, not both; keep `for_each` if the instances have names");
        }
        dependsOn = List.copyOf(dependsOn);
    }

    /** Returns no meta-arguments. */
    public static MetaArguments none() {
        return NONE;
    }

    MetaArguments withCount(Expression<Number> value) {
        return new MetaArguments(Optional.of(value), forEach, provider, dependsOn, lifecycle);
    }

    MetaArguments withForEach(Expression<?> value) {
        return new MetaArguments(count, Optional.of(value), provider, dependsOn, lifecycle);
    }

    MetaArguments withProvider(Provider value) {
        return new MetaArguments(count, forEach, Optional.of(value), dependsOn, lifecycle);
    }

    MetaArguments withDependsOn(List<Declaration> more) {
        return new MetaArguments(count, forEach, provider, dependencies(dependsOn, more), lifecycle);
    }

    MetaArguments withLifecycle(Lifecycle value) {
        return new MetaArguments(count, forEach, provider, dependsOn, Optional.of(value));
    }

    static List<Address> dependencies(List<Address> before, List<Declaration> more) {
        return Stream.concat(
                        before.stream(),
                        more.stream().map(other -> dependency(other.element().address())))
                .distinct()
                .toList();
    }

    private static Address dependency(Address address) {
        if (!address.referable()) {
            throw new IllegalArgumentException("`depends_on` does not take `" + address
                    + "`: it takes resources, data sources, ephemeral resources, modules, variables and local values;"
                    + " give one of these");
        }
        return address;
    }

    Stream<Address> references() {
        Stream<Address> repetition = repetition().flatMap(Expression::references);
        Stream<Address> configuration = provider.stream().map(Provider::address);
        Stream<Address> rules = lifecycle.stream().flatMap(Lifecycle::references);
        return Stream.of(repetition, configuration, rules, dependsOn.stream()).flatMap(each -> each);
    }

    /** Returns the expressions that say how often the block comes. */
    Stream<Expression<?>> repetition() {
        return Stream.concat(count.stream(), forEach.stream());
    }

    /** Writes what Terraform's style guide has before the attributes. */
    void writeHead(JsonGenerator to) throws IOException {
        if (count.isPresent()) {
            to.writeFieldName("count");
            JsonSyntax.write(count.get(), to);
        }
        if (forEach.isPresent()) {
            to.writeFieldName("for_each");
            JsonSyntax.write(forEach.get(), to);
        }
        if (provider.isPresent()) {
            to.writeStringField("provider", provider.get().reference());
        }
    }

    /** Writes what Terraform's style guide has after the attributes. */
    void writeTail(JsonGenerator to) throws IOException {
        if (lifecycle.isPresent()) {
            to.writeFieldName("lifecycle");
            lifecycle.get().writeTo(to);
        }
        if (!dependsOn.isEmpty()) {
            JsonSyntax.writeStrings("depends_on", dependsOn, to);
        }
    }
}
