package dev.groundplan.terraform;

/**
 * The variable of a {@code for} expression. Make it first, then use it in the expressions given to {@link
 * Expressions#forList}:
 *
 * <pre>{@code
 * var zone = LoopVariable.<String>named("zone");
 * forList(zone, zones, call("upper", zone))   // [for zone in … : upper(zone)]
 * }</pre>
 *
 * @param <T> the type of the elements
 * @param name an identifier: letters, digits and {@code _}, not starting with a digit, and none of Terraform's own words
 */
public record LoopVariable<T>(String name) implements ComputedExpression<T> {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is no identifier, or means something else to Terraform, such as {@code var}
     */
    public LoopVariable {
        Identifier.require("loop variable", name);
        Identifier.requireUnreserved("loop variable", name);
    }

    /** Returns a variable of that name. */
    public static <T> LoopVariable<T> named(String name) {
        return new LoopVariable<>(name);
    }

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
