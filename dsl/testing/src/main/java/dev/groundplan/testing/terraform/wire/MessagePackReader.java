package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads one MessagePack value.
 *
 * @see <a href="https://github.com/msgpack/msgpack/blob/master/spec.md">the format</a>
 */
final class MessagePackReader {

    private final ByteBuffer in;

    private MessagePackReader(ByteBuffer in) {
        this.in = in;
    }

    static CtyValue read(byte[] bytes) {
        try {
            return new MessagePackReader(ByteBuffer.wrap(bytes)).value();
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("MessagePack value ends after " + bytes.length + " bytes", tooShort);
        }
    }

    private CtyValue value() {
        var first = in.get() & 0xFF;
        if (first <= 0x7F || first >= 0xE0) {
            return CtyValue.Numeral.of((byte) first);
        }
        return switch (first >> 4) {
            case 0x8 -> mapping(first & 0xF);
            case 0x9 -> sequence(first & 0xF);
            case 0xA, 0xB -> text(first & 0x1F);
            default -> marked(first);
        };
    }

    private CtyValue marked(int first) {
        return switch (first) {
            case 0xC0 -> CtyValue.Absent.NULL;
            case 0xC2, 0xC3 -> new CtyValue.Flag(first == 0xC3);
            case 0xC4, 0xC5, 0xC6 -> new CtyValue.Binary(latin1(size(first - 0xC4)));
            case 0xC7, 0xC8, 0xC9 -> extension(size(first - 0xC7));
            case 0xCA -> new CtyValue.Numeral(new BigDecimal(in.getFloat()));
            case 0xCB -> new CtyValue.Numeral(new BigDecimal(in.getDouble()));
            case 0xCC, 0xCD, 0xCE, 0xCF -> unsigned(1 << (first - 0xCC));
            case 0xD0 -> CtyValue.Numeral.of(in.get());
            case 0xD1 -> CtyValue.Numeral.of(in.getShort());
            case 0xD2 -> CtyValue.Numeral.of(in.getInt());
            case 0xD3 -> CtyValue.Numeral.of(in.getLong());
            case 0xD4, 0xD5, 0xD6, 0xD7, 0xD8 -> extension(1 << (first - 0xD4));
            case 0xD9, 0xDA, 0xDB -> text(size(first - 0xD9));
            case 0xDC, 0xDD -> sequence(size(first - 0xDC + 1));
            case 0xDE, 0xDF -> mapping(size(first - 0xDE + 1));
            default ->
                throw new IllegalArgumentException(
                        "MessagePack has no type 0x" + Integer.toHexString(first) + " (byte " + in.position() + ")");
        };
    }

    /** A size of 1, 2 or 4 bytes, by its power of two. */
    private int size(int power) {
        return switch (power) {
            case 0 -> in.get() & 0xFF;
            case 1 -> in.getShort() & 0xFFFF;
            default -> in.getInt();
        };
    }

    private CtyValue unsigned(int bytes) {
        return new CtyValue.Numeral(new BigDecimal(new BigInteger(1, take(bytes))));
    }

    private CtyValue extension(int size) {
        var type = in.get();
        return new CtyValue.Unknown(type, latin1(size));
    }

    private CtyValue.Text text(int size) {
        return new CtyValue.Text(new String(take(size), UTF_8));
    }

    private String latin1(int size) {
        return new String(take(size), ISO_8859_1);
    }

    private CtyValue sequence(int size) {
        var elements = new ArrayList<CtyValue>();
        for (var i = 0; i < size; i++) {
            elements.add(value());
        }
        return new CtyValue.Sequence(elements);
    }

    private CtyValue mapping(int size) {
        var entries = new LinkedHashMap<String, CtyValue>();
        for (var i = 0; i < size; i++) {
            if (!(value() instanceof CtyValue.Text(var key))) {
                throw new IllegalArgumentException(
                        "MessagePack map with a key that is no string before byte " + in.position());
            }
            entries.put(key, value());
        }
        return new CtyValue.Mapping(entries);
    }

    private byte[] take(int size) {
        if (size < 0 || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }
}
