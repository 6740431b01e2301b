package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/**
 * Writes one protobuf message, field by field, by the fields' numbers.
 *
 * <p>Only what the plugin protocol uses: varints and length-delimited fields. Fields at their default are left out, as
 * proto3 wants it.
 */
public final class ProtobufWriter {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Writes a string. */
    public void text(int field, String text) {
        if (!text.isEmpty()) {
            bytes(field, text.getBytes(UTF_8));
        }
    }

    /** Writes a whole number or the number of an enum's constant. */
    public void number(int field, long number) {
        if (number != 0) {
            presentNumber(field, number);
        }
    }

    /** Writes a whole number of a {@code oneof} or an optional field, where 0 counts too. */
    public void presentNumber(int field, long number) {
        tag(field, VARINT);
        varint(number);
    }

    /** Writes a boolean. */
    public void flag(int field, boolean flag) {
        number(field, flag ? 1 : 0);
    }

    /** Writes a nested message; unlike a scalar an empty one is written too, since its presence counts. */
    public void message(int field, ProtobufWriter message) {
        bytes(field, message.toByteArray());
    }

    /** Writes bytes, or a message already written. */
    public void bytes(int field, byte[] bytes) {
        tag(field, LENGTH_DELIMITED);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    /** Returns what was written. */
    public byte[] toByteArray() {
        return out.toByteArray();
    }

    private void tag(int field, int wireType) {
        varint(((long) field << 3) | wireType);
    }

    private void varint(long value) {
        var rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
