package dev.groundplan.terraform.schema;

import org.jspecify.annotations.Nullable;

/** A block that is parsed when it is first asked for. */
final class LazyBlock {

    private final CompactText text;
    private final int position;
    private final int number;
    private volatile @Nullable BlockSchema block;

    LazyBlock(CompactText text, int position, int number) {
        this.text = text;
        this.position = Math.min(position, text.length());
        this.number = number;
    }

    BlockSchema block() {
        BlockSchema known = block;
        if (known == null) {
            known = new BlockParser(text, position, number).parse(1);
            block = known;
        }
        return known;
    }
}
