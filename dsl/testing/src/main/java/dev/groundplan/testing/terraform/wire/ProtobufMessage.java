package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A protobuf message as it arrived, read by the numbers of its fields. An absent field reads as its default. */
public final class ProtobufMessage {

    private static final byte[] NOTHING = {};

    private final SortedMap<Integer, List<Field>> fields;

    private ProtobufMessage(SortedMap<Integer, List<Field>> fields) {
        this.fields = fields;
    }

    private sealed interface Field {
        record Varint(long value) implements Field {}

        record Delimited(ByteBuffer content) implements Field {}
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if the bytes are no protobuf message
     */
    public static ProtobufMessage of(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var fields = new TreeMap<Integer, List<Field>>();
        while (in.hasRemaining()) {
            var tag = varint(in);
            var field = field(in, (int) (tag & 7));
            fields.computeIfAbsent((int) (tag >>> 3), number -> new ArrayList<>())
                    .add(field);
        }
        return new ProtobufMessage(fields);
    }

    /** Returns the string in a field, or the empty string. */
    public String text(int field) {
        return new String(bytes(field), UTF_8);
    }

    /** Returns the number in a field, or 0. */
    public long number(int field) {
        return last(field) instanceof Field.Varint(var value) ? value : 0;
    }

    /** Returns the bytes in a field, or none. */
    public byte[] bytes(int field) {
        return last(field) instanceof Field.Delimited(var content) ? array(content) : NOTHING;
    }

    /** Returns the message in a field, or one without fields. */
    public ProtobufMessage message(int field) {
        return of(bytes(field));
    }

    /** Returns the messages of a repeated field in the order sent. */
    public List<ProtobufMessage> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(each -> each instanceof Field.Delimited(var content) ? of(array(content)) : of(NOTHING))
                .toList();
    }

    private Field last(int field) {
        var occurrences = fields.get(field);
        return occurrences == null ? new Field.Varint(0) : occurrences.getLast();
    }

    private static byte[] array(ByteBuffer content) {
        var bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        return bytes;
    }

    private static Field field(ByteBuffer in, int wireType) {
        return switch (wireType) {
            case 0 -> new Field.Varint(varint(in));
            case 1 ->
                new Field.Varint(take(in, 8).order(ByteOrder.LITTLE_ENDIAN).getLong());
            case 2 -> new Field.Delimited(take(in, varint(in)));
            case 5 ->
                new Field.Varint(take(in, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
            default ->
                throw new IllegalArgumentException(
                        "protobuf wire type " + wireType + " at byte " + in.position() + " is none of 0, 1, 2 and 5");
        };
    }

    private static ByteBuffer take(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("protobuf field of " + length + " bytes at byte " + in.position()
                    + ", where only " + in.remaining() + " are left");
        }
        var content = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return content;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (var shift = 0; shift < 64 && in.hasRemaining(); shift += 7) {
            var next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("protobuf varint without an end at byte " + in.position());
    }
}
