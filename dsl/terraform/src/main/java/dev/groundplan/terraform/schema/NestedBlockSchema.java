package dev.groundplan.terraform.schema;

/**
 * A block inside a block.
 *
 * @param nesting how its occurrences are held
 * @param block what is inside
 * @param minItems how many there must be at least, 0 for none
 * @param maxItems how many there may be at most, 0 for any number
 */
public record NestedBlockSchema(Nesting nesting, BlockSchema block, int minItems, int maxItems) {

    /** How the occurrences of a nested block are held in the state. */
    public enum Nesting {
        /** One or none. */
        SINGLE,
        /** One, with defaults when left out. */
        GROUP,
        /** In the order written. */
        LIST,
        /** Without order. */
        SET,
        /** Under the block's label. */
        MAP
    }
}
