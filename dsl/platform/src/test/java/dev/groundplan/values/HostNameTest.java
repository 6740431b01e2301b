package dev.groundplan.values;

import static dev.groundplan.values.Values.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "*.example.com", "a.b-c.0x.io", "xn--bcher-kva.example", "1.2.3.a4"})
    void names_of_hosts_are_taken(String text) {
        assertThat(host(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example",
                "example.com.",
                "Example.com",
                "a..com",
                "-a.com",
                "a-.com",
                "a_b.com",
                "b.*.com",
                "*",
                "*.com",
                "10.0.0.1",
                "https://example.com"
            })
    void other_texts_are_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host(text))
                .withMessage(
                        "`" + text + "` is no host name: write labels of lower-case letters, digits and hyphens with"
                                + " points between, as in host(\"shop.example.com\"); only the first may be `*`.");
    }

    @Test
    void labels_and_names_have_their_lengths() {
        var longest = ("a".repeat(62) + "b.").repeat(3) + "c".repeat(59);

        assertThat(host(longest + ".d")).asString().hasSize(253);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> host(longest + ".de"))
                .withMessage("`%s.de` is 254 characters long, and a host name has at most 253.", longest);
        assertThatIllegalArgumentException().isThrownBy(() -> host("a".repeat(64) + ".com"));
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.com,   a.example.com,   true",
        "*.example.com,   a.example.com,   true",
        "*.example.com,   *.example.com,   true",
        "*.example.com,   example.com,     false",
        "*.example.com,   a.b.example.com, false",
        "*.b.example.com, *.example.com,   false",
        "*.a.example.com, a.example.com,   false",
        "a.example.com,   b.example.com,   false"
    })
    void wildcard_covers_one_label(String name, String other, boolean covers) {
        assertThat(host(name).covers(host(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource({
        "example.com,   true",
        "a.example.com, true",
        "*.example.com, true",
        "anexample.com, false",
        "example.org,   false"
    })
    void name_is_within_a_domain_or_not(String name, boolean within) {
        assertThat(host(name).isWithin(host("example.com"))).isEqualTo(within);
    }

    @Test
    void name_below_another_is_made_of_labels() {
        assertThat(host("example.com").child("api.shop")).isEqualTo(host("api.shop.example.com"));
        assertThat(host("example.com").child("*").withoutWildcard()).isEqualTo(host("example.com"));
    }
}
