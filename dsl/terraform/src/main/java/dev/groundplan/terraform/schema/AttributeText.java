package dev.groundplan.terraform.schema;

import java.util.List;
import java.util.StringJoiner;

/** An attribute's type and flags as text, such as {@code set(string) optional computed}. */
final class AttributeText {

    private AttributeText() {}

    static AttributeSchema parse(String text) {
        List<String> words = List.of(text.split(" ", -1));
        List<String> flags = words.subList(1, words.size());
        var attribute = new AttributeSchema(
                TypeText.parse(words.get(0)),
                flags.contains("required"),
                flags.contains("optional"),
                flags.contains("computed"),
                flags.contains("sensitive"),
                flags.contains("write-only"));
        if (!print(attribute).equals(text)) {
            throw new IllegalArgumentException("Behind the type should stand, in this order and where they hold: "
                    + "`required`, `optional`, `computed`, `write-only`, `sensitive`.");
        }
        return attribute;
    }

    static String print(AttributeSchema attribute) {
        var words = new StringJoiner(" ");
        words.add(TypeText.print(attribute.type()));
        add(words, attribute.required(), "required");
        add(words, attribute.optional(), "optional");
        add(words, attribute.computed(), "computed");
        add(words, attribute.writeOnly(), "write-only");
        add(words, attribute.sensitive(), "sensitive");
        return words.toString();
    }

    private static void add(StringJoiner words, boolean holds, String flag) {
        if (holds) {
            words.add(flag);
        }
    }
}
