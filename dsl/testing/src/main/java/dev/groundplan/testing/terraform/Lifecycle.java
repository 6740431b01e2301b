package dev.groundplan.testing.terraform;

import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.testing.terraform.wire.CtyValue;

/** What the offline provider makes of a managed resource. */
interface Lifecycle {

    /** Returns the state planned from the one before and the one that Terraform proposes; absent means no object. */
    CtyValue plan(BlockSchema block, CtyValue prior, CtyValue proposed);

    /** Returns the state after the plan was carried out, wholly known. */
    CtyValue apply(String type, BlockSchema block, CtyValue planned);
}
