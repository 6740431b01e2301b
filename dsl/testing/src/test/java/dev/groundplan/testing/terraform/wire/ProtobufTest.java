package dev.groundplan.testing.terraform.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtobufTest {

    @Test
    void a_message_is_written_as_the_format_says_and_read_again() {
        var inner = new ProtobufWriter();
        inner.text(1, "ä");
        var writer = new ProtobufWriter();
        writer.number(1, 150);
        writer.flag(2, true);
        writer.message(3, inner);
        writer.message(3, new ProtobufWriter());
        writer.bytes(16, "x".repeat(200).getBytes(UTF_8));
        writer.number(17, -1);

        assertThat(HexFormat.of().formatHex(writer.toByteArray()))
                .startsWith("089601" + "1001" + "1a040a02c3a4" + "1a00");
        var message = ProtobufMessage.of(writer.toByteArray());
        assertThat(message.number(1)).isEqualTo(150);
        assertThat(message.number(2)).isEqualTo(1);
        assertThat(message.messages(3)).extracting(each -> each.text(1)).containsExactly("ä", "");
        assertThat(message.text(16)).hasSize(200);
        assertThat(message.number(17)).isEqualTo(-1);
    }

    @Test
    void defaults_are_left_out_and_read_from_what_is_absent() {
        var writer = new ProtobufWriter();
        writer.number(1, 0);
        writer.flag(2, false);
        writer.text(3, "");
        assertThat(writer.toByteArray()).isEmpty();
        var message = ProtobufMessage.of(new byte[0]);
        assertThat(message.number(1)).isZero();
        assertThat(message.text(3)).isEmpty();
        assertThat(message.messages(4)).isEmpty();
        assertThat(message.message(4).number(1)).isZero();
    }

    @Test
    void a_number_that_must_be_present_is_written_though_it_is_zero() {
        var writer = new ProtobufWriter();
        writer.presentNumber(3, 0);
        assertThat(writer.toByteArray()).containsExactly(0x18, 0);
    }

    @Test
    void fields_of_fixed_size_are_passed_over() {
        assertThat(ProtobufMessage.of(HexFormat.of().parseHex("0d01000000" + "110200000000000000" + "1803"))
                        .number(3))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "0a05, 'protobuf field of 5 bytes at byte 2, where only 0 are left'",
        "ff, protobuf varint without an end at byte 1",
        "0b, 'protobuf wire type 3 at byte 1 is none of 0, 1, 2 and 5'",
    })
    void what_is_no_message_is_refused(String hex, String message) {
        assertThatThrownBy(() -> ProtobufMessage.of(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
