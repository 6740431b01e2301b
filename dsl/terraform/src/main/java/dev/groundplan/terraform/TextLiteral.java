package dev.groundplan.terraform;

/**
 * Literal text; <code>${</code> and <code>%{</code> in it stay as they are.
 *
 * @param value any text that has a UTF-8 form. Terraform itself brings it into Unicode's normal form C
 */
public record TextLiteral(String value) implements Expression<String> {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if it holds half a surrogate pair
     */
    public TextLiteral {
        TerraformText.requireWellFormed(value);
    }

    @Override
    public String toString() {
        return NativeSyntax.print(this);
    }
}
