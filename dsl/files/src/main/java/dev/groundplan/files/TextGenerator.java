package dev.groundplan.files;

import com.fasterxml.jackson.core.Base64Variant;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.base.GeneratorBase;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.JsonWriteContext;
import dev.groundplan.files.Notation.Collection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The generator that contents write to: it refuses what no file can hold and hands the rest to a {@link Notation}. */
final class TextGenerator extends GeneratorBase {

    private final Notation notation;
    private final @Nullable Header comment;
    private boolean begun;
    private boolean nameWaits;

    private TextGenerator(Notation notation, @Nullable Header comment) {
        super(JsonGenerator.Feature.STRICT_DUPLICATE_DETECTION.getMask(), null, (IOContext) null);
        this.notation = notation;
        this.comment = comment;
    }

    /** The text of a content; with a comment, of an object that begins with it. */
    static String write(Notation notation, Content content, @Nullable Header comment) {
        var generator = new TextGenerator(notation, comment);
        try {
            content.writeTo(generator);
        } catch (IOException e) {
            throw unchecked(e);
        }
        return generator.document();
    }

    private static RuntimeException unchecked(IOException e) {
        // a Jackson serializer between the content and us wraps what we refuse
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return new UncheckedIOException(e);
    }

    private String document() {
        if (!_writeContext.inRoot()) {
            throw new Refused("the content ended inside the %s at `%s`; close what it opens"
                    .formatted(_writeContext.inObject() ? "object" : "list", pointer(_writeContext.getParent())));
        }
        if (!begun) {
            throw new Refused("the content wrote nothing; write one value, or leave the file out");
        }
        return notation.document();
    }

    @Override
    public void writeStartObject() {
        startValue("an object");
        boolean root = _writeContext.inRoot();
        _writeContext = _writeContext.createChildObjectContext();
        notation.open(Collection.OBJECT);
        if (root && comment != null) {
            writeFieldName(JsonText.COMMENT);
            writeString(comment.text());
        }
    }

    @Override
    public void writeEndObject() {
        if (!_writeContext.inObject() || nameWaits) {
            throw misplaced("the end of an object");
        }
        _writeContext = _writeContext.clearAndGetParent();
        notation.close(Collection.OBJECT);
    }

    @Override
    public void writeStartArray() {
        startValue("a list");
        _writeContext = _writeContext.createChildArrayContext();
        notation.open(Collection.LIST);
    }

    @Override
    public void writeEndArray() {
        if (!_writeContext.inArray()) {
            throw misplaced("the end of a list");
        }
        _writeContext = _writeContext.clearAndGetParent();
        notation.close(Collection.LIST);
    }

    @Override
    public void writeFieldName(String name) {
        try {
            if (_writeContext.writeFieldName(name) == JsonWriteContext.STATUS_EXPECT_VALUE) {
                throw misplaced("the key `" + Excerpt.of(name) + "`");
            }
        } catch (JsonProcessingException e) {
            throw new Refused("the key `%s` is written twice in the object at `%s`; write each key once"
                    .formatted(Excerpt.of(name), pointer(_writeContext.getParent())));
        }
        nameWaits = true;
        notation.key(whole(name));
    }

    @Override
    public void writeString(@Nullable String text) {
        if (text == null) {
            writeNull();
            return;
        }
        startValue("a string");
        notation.text(whole(text));
    }

    @Override
    public void writeString(char[] text, int offset, int length) {
        writeString(new String(text, offset, length));
    }

    @Override
    public void writeUTF8String(byte[] text, int offset, int length) {
        writeString(new String(text, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public void writeEmbeddedObject(@Nullable Object object) {
        if (!(object instanceof CommentedText commented)) {
            throw raw();
        }
        if (!notation.hasComments()) {
            throw new Refused(
                    "the text at `%s` carries the comment `%s`, and JSON has no comments; write the text alone"
                            .formatted(pointer(_writeContext), commented.comment()));
        }
        startValue("a string");
        notation.commented(new CommentedText(whole(commented.text()), whole(commented.comment())));
    }

    @Override
    public void writeRawUTF8String(byte[] text, int offset, int length) {
        throw raw();
    }

    @Override
    public void writeRaw(String text) {
        throw raw();
    }

    @Override
    public void writeRaw(String text, int offset, int length) {
        throw raw();
    }

    @Override
    public void writeRaw(char[] text, int offset, int length) {
        throw raw();
    }

    @Override
    public void writeRaw(char c) {
        throw raw();
    }

    @Override
    public void writeBinary(Base64Variant variant, byte[] data, int offset, int length) {
        writeString(variant.encode(Arrays.copyOfRange(data, offset, offset + length)));
    }

    @Override
    public void writeNumber(int number) {
        literal("a number", Integer.toString(number));
    }

    @Override
    public void writeNumber(long number) {
        literal("a number", Long.toString(number));
    }

    @Override
    public void writeNumber(@Nullable BigInteger number) {
        literal("a number", number == null ? "null" : number.toString());
    }

    @Override
    public void writeNumber(double number) {
        literal("a number", Numeral.of(finite(number)));
    }

    @Override
    public void writeNumber(float number) {
        literal("a number", Numeral.of((float) finite(number)));
    }

    @Override
    public void writeNumber(@Nullable BigDecimal number) {
        literal("a number", number == null ? "null" : Numeral.of(number));
    }

    @Override
    public void writeNumber(String number) {
        try {
            literal("a number", Numeral.of(new BigDecimal(number)));
        } catch (NumberFormatException e) {
            throw new Refused("`%s` at `%s` is no decimal number; write a string instead"
                    .formatted(Excerpt.of(number), pointer(_writeContext)));
        }
    }

    @Override
    public void writeBoolean(boolean value) {
        literal("a boolean", value ? "true" : "false");
    }

    @Override
    public void writeNull() {
        literal("null", "null");
    }

    @Override
    public void flush() {}

    @Override
    protected void _releaseBuffers() {}

    @Override
    protected void _verifyValueWrite(String what) {
        throw raw();
    }

    private void literal(String what, String literal) {
        startValue(what);
        notation.literal(literal);
    }

    private void startValue(String what) {
        if (_writeContext.inRoot()) {
            startDocument(what);
        }
        if (_writeContext.writeValue() == JsonWriteContext.STATUS_EXPECT_NAME) {
            throw misplaced(what);
        }
        nameWaits = false;
    }

    private void startDocument(String what) {
        if (begun) {
            throw new Refused("the content wrote " + what + " behind the end of its value; a file holds one value");
        }
        if (comment != null && !what.equals("an object")) {
            throw new Refused("the content is " + what
                    + ", and only an object can carry a header; leave the header out:" + " JsonText.of(content)");
        }
        begun = true;
    }

    private String whole(String text) {
        int at = Characters.unpairedSurrogate(text);
        if (at >= 0) {
            throw new Refused(
                    "the text at `%s` holds the unpaired surrogate U+%s at index %d, which no UTF-8 file can hold;"
                                    .formatted(pointer(_writeContext), Characters.hex(text.charAt(at), 4), at)
                            + " write whole characters, such as Character.toString(0x1F600)");
        }
        return text;
    }

    private double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new Refused("the number at `%s` is %s, which JSON cannot hold; write a finite number or a string"
                    .formatted(pointer(_writeContext), number));
        }
        return number;
    }

    private Refused misplaced(String what) {
        return new Refused("the content wrote %s at `%s`, where %s is expected"
                .formatted(what, pointer(_writeContext), expected()));
    }

    private String expected() {
        if (_writeContext.inObject()) {
            return nameWaits ? "the value of the key" : "a key or the end of the object";
        }
        return _writeContext.inArray() ? "an item or the end of the list" : "a value";
    }

    private Refused raw() {
        return new Refused(
                "the content wrote raw text at `%s`, which nobody could check or quote; write objects, lists,"
                                .formatted(pointer(_writeContext))
                        + " strings, numbers and booleans instead");
    }

    private static String pointer(JsonStreamContext context) {
        var pointer = context.pathAsPointer().toString();
        return pointer.isEmpty() ? "/" : pointer;
    }
}
