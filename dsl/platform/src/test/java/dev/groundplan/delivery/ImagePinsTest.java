package dev.groundplan.delivery;

import static dev.groundplan.Groundplan.groundplan;
import static dev.groundplan.delivery.Acme.DIGEST;
import static dev.groundplan.delivery.Acme.PINS;
import static dev.groundplan.delivery.Acme.STAGING;
import static dev.groundplan.delivery.Acme.program;
import static dev.groundplan.delivery.ImagePins.imagePins;
import static dev.groundplan.describe.Platform.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.Groundplan;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagePinsTest {

    @Test
    void gives_an_image_with_tag_and_digest_by_name() {
        assertThat(imagePins("images.json", PINS).image("shop")).hasToString("ghcr.io/acme/shop:1.4.2@" + DIGEST);
    }

    @Test
    void reads_a_file_of_the_class_path() {
        assertThat(imagePins(ImagePinsTest.class, "pins/images.json").image("shop"))
                .hasToString("ghcr.io/acme/shop:1.4.2@" + DIGEST);
        assertThatThrownBy(() -> imagePins(ImagePinsTest.class, "pins/image.json"))
                .hasMessage(
                        "There is no file `pins/image.json` on the class path of `dev.groundplan.delivery.ImagePinsTest`: put it into"
                                + " the module's resources, with an entry like {\"test-app\": {\"repository\": \"ghcr.io/acme/test-app\","
                                + " \"tag\": \"1.4.2\", \"digest\": \"sha256:…\"}}.");
    }

    @Test
    void refuses_an_image_that_is_not_pinned() {
        assertThatThrownBy(() -> imagePins("images.json", PINS).image("shp"))
                .hasMessage(
                        "`images.json` pins no image `shp`. Did you mean `shop`? Release it once, or write its entry:"
                                + " \"shp\": {\"repository\": \"ghcr.io/acme/shp\", \"tag\": \"1.4.2\", \"digest\": \"sha256:…\"}.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"digest\": \"sha256:1111| \"digest\": \"sha256:XX11 | 5: `sha256:XX11@ONES` of `shop` is no digest; write sha256: and 64"
                        + " hexadecimal digits in lower case.",
                "\"tag\": \"1.4.2\", | '' | 2: `shop` has no `tag`; write @EXAMPLE.",
                "1.4.2 | latest | 2: the tag of `shop` is `latest`, which names no version; write the release.",
                "\"1.4.2\" | 1.4 | 4: `tag` of `shop` is a text.",
                "\"tag\" | \"tga\" | 4: `tga` of `shop` is unknown. Did you mean `tag`? An entry has repository, tag, digest.",
                "\"tag\" | \"repository\" | 4: `repository` of `shop` is written twice; keep one.",
                "\"shop\": { | \"shop\": [ | 2: write @EXAMPLE.",
            })
    void refuses_a_malformed_entry_with_its_line(String from, String to, String message) {
        var text = PINS.replaceFirst(Pattern.quote(from), to);
        var expected = message.replace("@EXAMPLE", ImagePins.example("shop")).replace("@ONES", "1".repeat(60));

        assertThatThrownBy(() -> imagePins("images.json", text)).hasMessage("`images.json`, line " + expected);
    }

    @Test
    void refuses_what_is_no_object_of_entries() {
        assertThatThrownBy(() -> imagePins("images.json", "[]"))
                .hasMessage(
                        "`images.json`, line 1: the file holds one object: { " + ImagePins.example("test-app") + " }.");
        assertThatThrownBy(() -> imagePins("images.json", "{}\n{}"))
                .hasMessage("`images.json`, line 2: there is something behind the end of the object; take it out.");
        assertThatThrownBy(() -> imagePins("images.json", "{\n\n  \"a\" 1}"))
                .hasMessageStartingWith("`images.json`, line 3: this is no JSON: Unexpected character ('1' (code 49))");
        var entry = PINS.substring(1, PINS.lastIndexOf('}')).strip();
        assertThatThrownBy(() -> imagePins("images.json", "{" + entry + ",\n" + entry + "}"))
                .hasMessage("`images.json`, line 6: `shop` is pinned twice; keep one entry.");
    }

    @Test
    void refuses_a_repository_that_is_none() {
        assertThatThrownBy(() -> imagePins("images.json", PINS.replace("ghcr.io/acme", "ghcr.io/Acme")))
                .hasMessageStartingWith(
                        "`images.json`, line 2: the entry `shop` is malformed. `ghcr.io/Acme/shop:1.4.2@");
    }

    @Test
    void g10_a_pod_beside_the_pin_is_refused() {
        assertThatThrownBy(() -> running("ghcr.io/acme/shop:1.4.1").render())
                .hasMessageContaining(
                        "error[G10] The Deployment `shop/shop` runs `ghcr.io/acme/shop:1.4.1`, and `shop` is pinned"
                                + " to `ghcr.io/acme/shop:1.4.2@" + DIGEST + "`.")
                .hasMessageContaining("mend: take it from the pins: images.image(\"shop\")");
        assertThatThrownBy(() -> running("ghcr.io/acme/shop:1.4.2").render()).hasMessageContaining("error[G10]");
        assertThat(running("ghcr.io/acme/shop:1.4.2@" + DIGEST).render().texts())
                .isNotEmpty();
        assertThat(running("ghcr.io/acme/other:1.0").render().texts()).isNotEmpty();
    }

    private static Groundplan running(String image) {
        return groundplan(
                environment -> platform("acme", environment)
                        .with(imagePins("images.json", PINS).asPublic(), program(image)),
                STAGING);
    }
}
