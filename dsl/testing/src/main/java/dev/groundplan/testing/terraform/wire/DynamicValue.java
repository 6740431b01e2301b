package dev.groundplan.testing.terraform.wire;

/** The protocol's envelope around a value: MessagePack in field 1. */
public final class DynamicValue {

    private static final int MSGPACK = 1;

    private DynamicValue() {}

    /** Returns the value in the envelope; {@code null} in Terraform's sense if the envelope was not sent. */
    public static CtyValue open(ProtobufMessage envelope) {
        var bytes = envelope.bytes(MSGPACK);
        return bytes.length == 0 ? CtyValue.Absent.NULL : MessagePackReader.read(bytes);
    }

    /** Returns the value in an envelope. */
    public static ProtobufWriter seal(CtyValue value) {
        var envelope = new ProtobufWriter();
        envelope.bytes(MSGPACK, MessagePackWriter.write(value));
        return envelope;
    }
}
