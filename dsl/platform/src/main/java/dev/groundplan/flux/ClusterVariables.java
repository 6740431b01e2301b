package dev.groundplan.flux;

import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.map;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;
import static dev.groundplan.terraform.Operators.and;
import static dev.groundplan.terraform.Operators.not;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.terraform.Condition;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Output;
import java.util.List;
import java.util.TreeMap;

/**
 * All values that only Terraform knows, as the root module {@code infra} hands them on.
 *
 * <p>Flux puts a value into the text of a YAML file, so {@code 0123} would become a number there and {@code a: b} an object.
 * Terraform therefore refuses, by a precondition, every value that YAML would not read as that very text.
 */
final class ClusterVariables {

    /** The ConfigMap that Terraform writes them into. */
    static final String CONFIG_MAP = "cluster-vars";

    private static final String OUTPUT = "cluster_vars";
    private static final String PLAIN = "^[A-Za-z/](?:[A-Za-z0-9._:/@+=-]*[A-Za-z0-9/=])?$";
    private static final List<String> WORDS = List.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private ClusterVariables() {}

    /** Two of one key and different values are for a check to refuse. */
    static Output output(List<ClusterVariable> variables) {
        var byKey = new TreeMap<String, Expression<String>>();
        variables.forEach(variable -> byKey.put(variable.key(), variable.value()));
        var output =
                Output.of(OUTPUT, map(byKey)).withDescription("What Flux puts for variables in Kubernetes objects.");
        for (var entry : byKey.entrySet()) {
            if (entry.getValue().references().findAny().isPresent()) {
                output = output.withPrecondition(isPlain(entry.getKey(), entry.getValue()));
            }
        }
        return output;
    }

    private static Condition isPlain(String key, Expression<String> value) {
        Expression<Boolean> matches = call("can", call("regex", text(PLAIN), value));
        Expression<Boolean> isWord = call("contains", texts(WORDS), call("lower", value));
        return Condition.of(
                and(matches, not(isWord)),
                ("The value of the cluster variable `%s` would not be the same text in YAML: it has to begin with a letter or"
                                + " a slash, and to consist of letters, digits and ._:/@+=- .")
                        .formatted(key));
    }
}
