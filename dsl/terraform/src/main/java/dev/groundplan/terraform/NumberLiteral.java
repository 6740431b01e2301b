package dev.groundplan.terraform;

import java.math.BigDecimal;

/**
 * A literal number. Terraform keeps 512 bits of it, about 154 decimal digits.
 *
 * @param value without trailing zeros, so that {@code 1.0} and {@code 1} are equal
 */
public record NumberLiteral(BigDecimal value) implements Expression<Number> {

    private static final int LONGEST_PLAIN_EXPONENT = 40;

    /** Strips trailing zeros. */
    public NumberLiteral {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /** Returns the digits as both JSON and Terraform's native syntax take them. */
    String digits() {
        boolean plain = Math.abs((long) value.scale()) <= LONGEST_PLAIN_EXPONENT;
        return plain ? value.toPlainString() : value.toString();
    }

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
