package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;

/**
 * Writes values as MessagePack.
 *
 * @see <a href="https://github.com/msgpack/msgpack/blob/master/spec.md">the format</a>
 */
final class MessagePackWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    static byte[] write(CtyValue value) {
        var writer = new MessagePackWriter();
        try {
            writer.value(value);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return writer.bytes.toByteArray();
    }

    private void value(CtyValue value) throws IOException {
        switch (value) {
            case CtyValue.Absent absent -> out.write(0xC0);
            case CtyValue.Flag(var flag) -> out.write(flag ? 0xC3 : 0xC2);
            case CtyValue.Numeral(var number) -> number(number);
            case CtyValue.Text(var text) -> text(text);
            case CtyValue.Binary(var latin1) -> binary(latin1.getBytes(ISO_8859_1));
            case CtyValue.Unknown(var type, var payload) -> extension(type, payload.getBytes(ISO_8859_1));
            case CtyValue.Sequence(var elements) -> {
                header(elements.size(), 0x90, 15, 0xDC);
                for (var element : elements) {
                    value(element);
                }
            }
            case CtyValue.Mapping(var entries) -> {
                header(entries.size(), 0x80, 15, 0xDE);
                for (var entry : entries.entrySet()) {
                    text(entry.getKey());
                    value(entry.getValue());
                }
            }
        }
    }

    private void number(BigDecimal number) throws IOException {
        var fraction = number.doubleValue();
        if (number.scale() <= 0
                && number.precision() - number.scale() <= 19
                && number.toBigInteger().bitLength() < Long.SIZE) {
            integer(number.longValueExact());
        } else if (Double.isFinite(fraction) && new BigDecimal(fraction).compareTo(number) == 0) {
            out.write(0xCB);
            out.writeDouble(fraction);
        } else {
            text(number.toString());
        }
    }

    private void integer(long number) throws IOException {
        if (number >= -32 && number <= 127) {
            out.write((int) number);
        } else {
            out.write(0xD3);
            out.writeLong(number);
        }
    }

    private void text(String text) throws IOException {
        var utf8 = text.getBytes(UTF_8);
        if (utf8.length <= 31) {
            out.write(0xA0 | utf8.length);
        } else if (utf8.length <= 0xFF) {
            out.write(0xD9);
            out.write(utf8.length);
        } else {
            header(utf8.length, 0, -1, 0xDA);
        }
        out.write(utf8);
    }

    private void binary(byte[] content) throws IOException {
        if (content.length <= 0xFF) {
            out.write(0xC4);
            out.write(content.length);
        } else {
            header(content.length, 0, -1, 0xC5);
        }
        out.write(content);
    }

    private void extension(byte type, byte[] payload) throws IOException {
        if (payload.length == 1) {
            out.write(0xD4);
        } else if (payload.length <= 0xFF) {
            out.write(0xC7);
            out.write(payload.length);
        } else {
            header(payload.length, 0, -1, 0xC8);
        }
        out.write(type);
        out.write(payload);
    }

    /** A size in the one-byte form up to {@code limit}, else in 16 or 32 bits under {@code wide} and the next number. */
    private void header(int size, int fixed, int limit, int wide) throws IOException {
        if (size <= limit) {
            out.write(fixed | size);
        } else if (size <= 0xFFFF) {
            out.write(wide);
            out.writeShort(size);
        } else {
            out.write(wide + 1);
            out.writeInt(size);
        }
    }
}
