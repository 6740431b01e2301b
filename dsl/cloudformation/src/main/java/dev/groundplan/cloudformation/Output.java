package dev.groundplan.cloudformation;

/**
 * What a stack tells once it is made.
 *
 * @param id what it is called
 * @param description what it is
 * @param value what it holds
 */
public record Output(LogicalId id, String description, Value value) {

    /** An output whose name is yet to be checked. */
    public Output(String id, String description, Value value) {
        this(new LogicalId(id), description, value);
    }
}
