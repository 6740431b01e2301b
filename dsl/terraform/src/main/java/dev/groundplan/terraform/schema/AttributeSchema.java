package dev.groundplan.terraform.schema;

/**
 * One attribute of a block.
 *
 * @param type what it holds
 * @param required whether a configuration must set it; excludes {@code optional} and {@code computed}
 * @param optional whether a configuration may set it
 * @param computed whether the provider fills it when the configuration does not
 * @param sensitive whether Terraform hides it in what it prints
 * @param writeOnly whether it reaches the provider but never the plan or the state (Terraform 1.11 or later)
 */
public record AttributeSchema(
        SchemaType type, boolean required, boolean optional, boolean computed, boolean sensitive, boolean writeOnly) {

    /** Returns whether a configuration may set this attribute at all. */
    public boolean configurable() {
        return required || optional;
    }
}
