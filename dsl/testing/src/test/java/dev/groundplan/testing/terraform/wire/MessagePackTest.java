package dev.groundplan.testing.terraform.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.testing.terraform.wire.CtyValue.Absent;
import dev.groundplan.testing.terraform.wire.CtyValue.Binary;
import dev.groundplan.testing.terraform.wire.CtyValue.Flag;
import dev.groundplan.testing.terraform.wire.CtyValue.Mapping;
import dev.groundplan.testing.terraform.wire.CtyValue.Numeral;
import dev.groundplan.testing.terraform.wire.CtyValue.Sequence;
import dev.groundplan.testing.terraform.wire.CtyValue.Text;
import dev.groundplan.testing.terraform.wire.CtyValue.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagePackTest {

    private static final long SEED = 20_260_101;

    @ParameterizedTest
    @CsvSource({
        "c0, NULL",
        "c3, Flag[value=true]",
        "05, Numeral[value=5]",
        "e0, Numeral[value=-32]",
        "cc80, Numeral[value=128]",
        "cdffff, Numeral[value=65535]",
        "ceffffffff, Numeral[value=4294967295]",
        "cfffffffffffffffff, Numeral[value=18446744073709551615]",
        "d080, Numeral[value=-128]",
        "d1ff00, Numeral[value=-256]",
        "d2ffff0000, Numeral[value=-65536]",
        "d3ffffffff00000000, Numeral[value=-4294967296]",
        "ca3fc00000, Numeral[value=1.5]",
        "cb3ff8000000000000, Numeral[value=1.5]",
        "a3c3a441, Text[value=äA]",
        "d90141, Text[value=A]",
        "da000141, Text[value=A]",
        "db0000000141, Text[value=A]",
        "c40141, Binary[latin1=A]",
        "d40041, 'Unknown[extension=0, refinements=A]'",
        "c7020c4142, 'Unknown[extension=12, refinements=AB]'",
        "92c0c2, 'Sequence[elements=[NULL, Flag[value=false]]]'",
        "dc0001c0, Sequence[elements=[NULL]]",
        "dd00000001c0, Sequence[elements=[NULL]]",
        "81a161c0, Mapping[entries={a=NULL}]",
        "de0001a161c0, Mapping[entries={a=NULL}]",
    })
    void every_form_of_the_format_is_read(String hex, String value) {
        assertThat(MessagePackReader.read(HexFormat.of().parseHex(hex))).hasToString(value);
    }

    static Stream<CtyValue> edges() {
        return Stream.of(0, 15, 16, 31, 32, 255, 256, 65_535, 65_536)
                .flatMap(size -> Stream.of(
                        new Text("x".repeat(size)),
                        new Binary("ÿ".repeat(size)),
                        new Unknown((byte) 12, "z".repeat(size)),
                        new Sequence(java.util.Collections.nCopies(size, Absent.NULL)),
                        mapping(size),
                        Numeral.of(size),
                        Numeral.of(-size)));
    }

    private static Mapping mapping(int size) {
        var entries = new LinkedHashMap<String, CtyValue>();
        for (var i = 0; i < size; i++) {
            entries.put("k" + i, new Flag(i % 2 == 0));
        }
        return new Mapping(entries);
    }

    @ParameterizedTest
    @MethodSource("edges")
    void what_is_written_is_read_again_at_the_edges_of_every_size(CtyValue value) {
        assertThat(MessagePackReader.read(MessagePackWriter.write(value))).isEqualTo(value);
    }

    @Test
    void what_is_written_is_read_again() {
        var random = new Random(SEED);
        for (var i = 0; i < 2_000; i++) {
            var value = value(random, 4);
            assertThat(MessagePackReader.read(MessagePackWriter.write(value)))
                    .as("value %d of seed %d", i, SEED)
                    .isEqualTo(value);
        }
    }

    @Test
    void a_number_that_no_float_holds_travels_as_text() {
        var exact = new BigDecimal("12345678901234567890.5");
        assertThat(MessagePackReader.read(MessagePackWriter.write(new Numeral(exact))))
                .isEqualTo(new Text("12345678901234567890.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "a5, MessagePack value ends after 1 bytes",
        "92c0, MessagePack value ends after 2 bytes",
        "c1, MessagePack has no type 0xc1 (byte 1)",
        "8101c0, MessagePack map with a key that is no string before byte 2",
    })
    void what_is_no_message_pack_is_refused(String hex, String message) {
        assertThatThrownBy(() -> MessagePackReader.read(HexFormat.of().parseHex(hex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static CtyValue value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> Absent.NULL;
            case 1 -> new Flag(random.nextBoolean());
            case 2 -> Numeral.of(random.nextLong() >> random.nextInt(64));
            case 3 -> new Numeral(new BigDecimal(random.nextDouble()));
            case 4 -> new Text("ä€😀".repeat(random.nextInt(40)));
            case 5 -> new Unknown((byte) random.nextInt(13), "x".repeat(random.nextInt(20)));
            case 6 -> {
                var elements = new ArrayList<CtyValue>();
                for (var i = random.nextInt(20); i > 0; i--) {
                    elements.add(value(random, depth - 1));
                }
                yield new Sequence(elements);
            }
            default -> {
                var entries = new LinkedHashMap<String, CtyValue>();
                for (var i = random.nextInt(20); i > 0; i--) {
                    entries.put("key" + i, value(random, depth - 1));
                }
                yield new Mapping(entries);
            }
        };
    }
}
