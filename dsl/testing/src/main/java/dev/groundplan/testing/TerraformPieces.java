package dev.groundplan.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A Terraform file in JSON taken apart.
 *
 * @param elements the exact text of each element, by address
 * @param around the exact text of the file with {@code …} in place of each element
 */
record TerraformPieces(SequencedMap<String, String> elements, String around) {

    private static final JsonFactory JSON = new JsonFactory();
    /** Kinds whose elements have a type and a name. */
    private static final List<String> TYPED = List.of("resource", "data", "ephemeral");
    /** Kinds whose elements have a name alone. */
    private static final List<String> NAMED = List.of("variable", "locals", "output", "module", "check");

    /** Takes a file apart; one that is no JSON has no elements and all its text around them. */
    static TerraformPieces of(String text) {
        var elements = new LinkedHashMap<String, String>();
        var around = new StringBuilder();
        try (var parser = JSON.createParser(text)) {
            var cutter = new Cutter(parser, text, elements, around);
            cutter.cut();
            return new TerraformPieces(elements, around.toString());
        } catch (JsonProcessingException malformed) {
            return new TerraformPieces(new LinkedHashMap<>(), text);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static final class Cutter {

        private final JsonParser parser;
        private final String text;
        private final SequencedMap<String, String> elements;
        private final StringBuilder around;
        private int done;

        Cutter(JsonParser parser, String text, SequencedMap<String, String> elements, StringBuilder around) {
            this.parser = parser;
            this.text = text;
            this.elements = elements;
            this.around = around;
        }

        void cut() throws IOException {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                eachEntry(this::kind);
            }
            around.append(text, done, text.length());
        }

        private interface Entry {
            void read(String name) throws IOException;
        }

        private void kind(String kind) throws IOException {
            if (TYPED.contains(kind) && parser.currentToken() == JsonToken.START_OBJECT) {
                eachEntry(type -> type(prefix(kind), type));
            } else if (NAMED.contains(kind) && parser.currentToken() == JsonToken.START_OBJECT) {
                eachEntry(name -> element(prefix(kind) + name));
            } else {
                skip();
            }
        }

        private void type(String prefix, String type) throws IOException {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                eachEntry(name -> element(prefix + type + "." + name));
            } else {
                skip();
            }
        }

        private void element(String address) throws IOException {
            var start = (int) parser.currentTokenLocation().getCharOffset();
            skip();
            var end = (int) parser.currentLocation().getCharOffset();
            elements.put(address, text.substring(start, end) + "\n");
            around.append(text, done, start).append('…');
            done = end;
        }

        /** From the opening brace of an object to its closing one. */
        private void eachEntry(Entry entry) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (value != null) {
                    entry.read(name);
                }
            }
        }

        private void skip() throws IOException {
            parser.skipChildren();
            parser.finishToken();
        }

        private static String prefix(String kind) {
            return switch (kind) {
                case "resource" -> "";
                case "variable" -> "var.";
                case "locals" -> "local.";
                default -> kind + ".";
            };
        }
    }
}
