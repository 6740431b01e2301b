package dev.groundplan.workload;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;

/**
 * A key of the workload's Secret.
 *
 * @param key what it is called there
 * @param reference where its value is kept
 * @param detail the option that asks for it
 */
record SecretEntry(String key, SecretReference reference, SourceDetail detail) {

    /** The reference to the part that keeps the value. */
    PartReference part() {
        return new PartReference(reference.keptBy(), detail.option(), detail.line());
    }
}
