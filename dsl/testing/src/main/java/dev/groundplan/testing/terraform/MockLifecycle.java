package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;

/** Plans as a well-behaved provider does and carries plans out in imagination. */
record MockLifecycle(Answers answers) implements Lifecycle {

    @Override
    public CtyValue plan(BlockSchema block, CtyValue prior, CtyValue proposed) {
        var kept = withoutWriteOnly(block, proposed);
        return kept.equals(prior) ? prior : withUnknowns(block, kept);
    }

    @Override
    public CtyValue apply(String type, BlockSchema block, CtyValue planned) {
        return answers.complete(type, block, withoutWriteOnly(block, planned), CtyValue.Unknown.class::isInstance);
    }

    private static CtyValue withoutWriteOnly(BlockSchema block, CtyValue value) {
        return BlockValues.change(
                block,
                value,
                (siblings, name, schema) -> schema.writeOnly() ? CtyValue.Absent.NULL : siblings.get(name));
    }

    private static CtyValue withUnknowns(BlockSchema block, CtyValue value) {
        return BlockValues.change(
                block,
                value,
                (siblings, name, schema) ->
                        schema.computed() && siblings.get(name).isNull() ? CtyValue.Unknown.VALUE : siblings.get(name));
    }
}
