package dev.groundplan.terraform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What both {@code for} expressions begin with and end with: the names bound, the collection, the condition. */
record LoopHead(List<LoopVariable<?>> variables, Expression<?> source, Optional<Expression<Boolean>> condition) {

    LoopHead {
        variables = List.copyOf(variables);
        if (variables.stream().distinct().count() < variables.size()) {
            throw new IllegalArgumentException(
                    "a `for` binds `" + variables.getFirst().name()
                            + "` twice; give key and value different names, such as `key` and `value`");
        }
    }

    static LoopHead of(LoopVariable<?> variable, Expression<?> source) {
        return new LoopHead(List.of(variable), source, Optional.empty());
    }

    /**
     * Refuses a body that refers to an element whose address starts with a bound name: Terraform would take the variable
     * instead.
     */
    LoopHead over(Stream<Expression<?>> body) {
        body.flatMap(Expression::references).forEach(address -> {
            String root = address.root();
            if (variables.stream().anyMatch(variable -> variable.name().equals(root))) {
                throw new IllegalArgumentException("inside this `for`, `" + address + "` would mean its variable `"
                        + root + "`; give the loop variable another name, such as `item`");
            }
        });
        return this;
    }

    String names() {
        return variables.stream().map(LoopVariable::name).collect(Collectors.joining(", "));
    }
}
