package dev.groundplan.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.groundplan.files.NearestName;
import dev.groundplan.values.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads a file of image pins, and says the line of what is wrong with it. */
final class PinReader {

    private static final List<String> KEYS = List.of("repository", "tag", "digest");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final JsonParser parser;

    private PinReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static SequencedMap<String, ImageReference> read(String file, String text) {
        try (var parser = JSON.createParser(text)) {
            return new PinReader(file, parser).entries();
        } catch (JsonProcessingException e) {
            throw refusal(file, e.getLocation().getLineNr(), "this is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SequencedMap<String, ImageReference> entries() throws IOException {
        expect(
                parser.nextToken(),
                JsonToken.START_OBJECT,
                "the file holds one object: { " + ImagePins.example("test-app") + " }");
        var pins = new LinkedHashMap<String, ImageReference>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            if (pins.containsKey(name)) {
                throw refusal("`%s` is pinned twice; keep one entry".formatted(name));
            }
            pins.put(name, entry(name));
        }
        if (parser.nextToken() != null) {
            throw refusal("there is something behind the end of the object; take it out");
        }
        return pins;
    }

    private ImageReference entry(String name) throws IOException {
        int line = line();
        expect(parser.nextToken(), JsonToken.START_OBJECT, "write " + ImagePins.example(name));
        var values = new LinkedHashMap<String, String>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            refuseUnknownOrTwice(name, key, values);
            expect(parser.nextToken(), JsonToken.VALUE_STRING, "`%s` of `%s` is a text".formatted(key, name));
            values.put(key, parser.getText());
            if (key.equals("digest") && !DIGEST.matcher(parser.getText()).matches()) {
                throw refusal("`%s` of `%s` is no digest; write sha256: and 64 hexadecimal digits in lower case"
                        .formatted(parser.getText(), name));
            }
        }
        return image(name, line, values);
    }

    private void refuseUnknownOrTwice(String name, String key, SequencedMap<String, String> values) {
        if (!KEYS.contains(key)) {
            throw refusal("`%s` of `%s` is unknown.%s An entry has %s"
                    .formatted(key, name, NearestName.question(key, KEYS), String.join(", ", KEYS)));
        }
        if (values.containsKey(key)) {
            throw refusal("`%s` of `%s` is written twice; keep one".formatted(key, name));
        }
    }

    private ImageReference image(String name, int line, SequencedMap<String, String> values) {
        for (var key : KEYS) {
            if (!values.containsKey(key)) {
                throw refusal(file, line, "`%s` has no `%s`; write %s".formatted(name, key, ImagePins.example(name)));
            }
        }
        if ("latest".equals(values.get("tag"))) {
            throw refusal(
                    file,
                    line,
                    "the tag of `%s` is `latest`, which names no version; write the release".formatted(name));
        }
        try {
            return new ImageReference(values.get("repository") + ":" + values.get("tag") + "@" + values.get("digest"));
        } catch (IllegalArgumentException fault) {
            throw refusal(file, line, "the entry `%s` is malformed. %s".formatted(name, fault.getMessage()));
        }
    }

    private void expect(JsonToken found, JsonToken wanted, String otherwise) {
        if (found != wanted) {
            throw refusal(otherwise);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private IllegalArgumentException refusal(String fault) {
        return refusal(file, line(), fault);
    }

    private static IllegalArgumentException refusal(String file, int line, String fault) {
        return new IllegalArgumentException(
                "`%s`, line %s: %s%s".formatted(file, line, fault, fault.endsWith(".") ? "" : "."));
    }
}
