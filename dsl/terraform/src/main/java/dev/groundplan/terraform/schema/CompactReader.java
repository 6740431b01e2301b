package dev.groundplan.terraform.schema;

import java.util.TreeMap;

/** Splits a compact schema file into the types that it describes, without reading what is in them. */
final class CompactReader {

    private static final String HEADS =
            "`provider <source> <version>`, `resource <type>`, `data <type>` or `ephemeral <type>`";

    private final CompactText text;
    private final TreeMap<String, LazyBlock> resources = new TreeMap<>();
    private final TreeMap<String, LazyBlock> dataSources = new TreeMap<>();
    private final TreeMap<String, LazyBlock> ephemeralResources = new TreeMap<>();
    private String source = "";
    private String version = "";
    private LazyBlock configuration;

    private CompactReader(CompactText text) {
        this.text = text;
        this.configuration = new LazyBlock(text, text.length(), 0);
    }

    static ProviderSchema read(String file, String text) {
        var reader = new CompactReader(new CompactText(file, text));
        reader.split();
        return reader.schema();
    }

    private void split() {
        int number = 1;
        for (int start = 0; start < text.length(); number++) {
            int end = text.endOfLine(start);
            head(start, end, number);
            start = end + 1;
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: There is no line `provider <source> <version>`, such as `provider hashicorp/aws 6.66.0`."
                            .formatted(text.file()));
        }
    }

    private void head(int start, int end, int number) {
        char first = end == start ? '#' : text.charAt(start);
        if (first == ' ' && !source.isEmpty()) {
            return;
        }
        if (first == '#' && source.isEmpty()) {
            return;
        }
        String[] words = text.substring(start, end).split(" ", -1);
        var block = new LazyBlock(text, end + 1, number + 1);
        if (!(words.length == 3 ? provider(words, block) : words.length == 2 && add(words, block, number))) {
            throw text.refuse(number, "It should be " + HEADS + ".");
        }
    }

    private boolean provider(String[] words, LazyBlock block) {
        if (!words[0].equals("provider") || !source.isEmpty()) {
            return false;
        }
        source = words[1];
        version = words[2];
        configuration = block;
        return true;
    }

    private boolean add(String[] words, LazyBlock block, int number) {
        if (source.isEmpty()) {
            throw text.refuse(number, "The first should be `provider <source> <version>`.");
        }
        var types = switch (words[0]) {
            case "resource" -> resources;
            case "data" -> dataSources;
            case "ephemeral" -> ephemeralResources;
            default -> null;
        };
        if (types != null && types.put(words[1], block) != null) {
            throw text.refuse(number, "The type stands in the file twice.");
        }
        return types != null;
    }

    private ProviderSchema schema() {
        return new ProviderSchema(
                source,
                version,
                configuration.block(),
                new LazyBlocks(resources),
                new LazyBlocks(dataSources),
                new LazyBlocks(ephemeralResources));
    }
}
