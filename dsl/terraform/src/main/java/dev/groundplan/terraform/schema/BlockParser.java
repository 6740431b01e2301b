package dev.groundplan.terraform.schema;

import dev.groundplan.terraform.schema.NestedBlockSchema.Nesting;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the indented lines under a head: the members of one block and of the blocks inside it. */
final class BlockParser {

    private static final Pattern BLOCK =
            Pattern.compile("block (single|group|list|set|map)(?: min=([0-9]{1,9}))?(?: max=([0-9]{1,9}))?");
    private final CompactText text;
    private int position;
    private int number;

    BlockParser(CompactText text, int position, int number) {
        this.text = text;
        this.position = position;
        this.number = number;
    }

    BlockSchema parse(int depth) {
        var attributes = new TreeMap<String, AttributeSchema>();
        var blocks = new TreeMap<String, NestedBlockSchema>();
        for (int spaces = spaces(); spaces >= 2 * depth; spaces = spaces()) {
            if (spaces > 2 * depth) {
                throw text.refuse(number, "It is indented by %d instead of %d blanks.".formatted(spaces, 2 * depth));
            }
            member(depth, attributes, blocks);
        }
        return new BlockSchema(
                Collections.unmodifiableSortedMap(attributes), Collections.unmodifiableSortedMap(blocks));
    }

    private int spaces() {
        int end = position;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - position;
    }

    private void member(int depth, Map<String, AttributeSchema> attributes, Map<String, NestedBlockSchema> blocks) {
        int end = text.endOfLine(position);
        String line = text.substring(position + 2 * depth, end);
        int here = number;
        int space = line.indexOf(' ');
        if (space <= 0) {
            throw text.refuse(here, "It should be `<name> <type> <flags>` or `<name> block <nesting>`.");
        }
        String name = line.substring(0, space);
        String rest = line.substring(space + 1);
        if (attributes.containsKey(name) || blocks.containsKey(name)) {
            throw text.refuse(here, "The name stands in its block twice.");
        }
        position = Math.min(end + 1, text.length());
        number++;
        if (rest.startsWith("block ")) {
            blocks.put(name, block(rest, depth, here));
        } else {
            attributes.put(name, text.attribute(rest, here));
        }
    }

    private NestedBlockSchema block(String rest, int depth, int here) {
        Matcher parts = BLOCK.matcher(rest);
        if (!parts.matches()) {
            throw text.refuse(
                    here,
                    "A block is `<name> block single|group|list|set|map`, then `min=<n>` and `max=<n>` where known.");
        }
        Nesting nesting = Nesting.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        return new NestedBlockSchema(nesting, parse(depth + 1), count(parts.group(2)), count(parts.group(3)));
    }

    private static int count(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
