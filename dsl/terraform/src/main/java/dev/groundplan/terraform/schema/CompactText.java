package dev.groundplan.terraform.schema;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The text of a compact schema file, and what has been understood of it so far. */
final class CompactText {

    private final String file;
    private final String text;
    // A provider has tens of thousands of attributes, but few hundred different combinations of type and flags.
    private final Map<String, AttributeSchema> attributes = new ConcurrentHashMap<>();

    CompactText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    String file() {
        return file;
    }

    int length() {
        return text.length();
    }

    char charAt(int index) {
        return text.charAt(index);
    }

    String substring(int start, int end) {
        return text.substring(start, end);
    }

    int endOfLine(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /** What stands behind an attribute's name: its type and its flags. */
    AttributeSchema attribute(String description, int number) {
        AttributeSchema known = attributes.get(description);
        if (known != null) {
            return known;
        }
        try {
            AttributeSchema attribute = AttributeText.parse(description);
            attributes.put(description, attribute);
            return attribute;
        } catch (IllegalArgumentException e) {
            throw refuse(number, String.valueOf(e.getMessage()));
        }
    }

    IllegalArgumentException refuse(int number, String reason) {
        String line = text.lines().skip(number - 1L).findFirst().orElse("");
        return new IllegalArgumentException(
                "%s:%d: The line `%s` is not understood. %s".formatted(file, number, line.strip(), reason));
    }
}
