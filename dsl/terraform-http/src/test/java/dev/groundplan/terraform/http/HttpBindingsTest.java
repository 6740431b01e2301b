package dev.groundplan.terraform.http;

import static dev.groundplan.terraform.Expressions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundplan.terraform.Body;
import org.junit.jupiter.api.Test;

class HttpBindingsTest {

    @Test
    void an_answer_is_described_and_referred_to() {
        var answer = DataHttp.of("page", text("https://example.com/page")).withMethod("HEAD");

        assertThat(answer.element().body())
                .isEqualTo(Body.empty().with("url", "https://example.com/page").with("method", "HEAD"));
        assertThat(answer.statusCode()).hasToString("data.http.page.status_code");
    }

    @Test
    void a_body_is_compared_with_the_schema() {
        assertThatThrownBy(() -> {
                    var unused =
                            HttpSchema.dataSource("http", "page", Body.empty().with("uri", "https://example.com"));
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        `data.http.page` does not fit hashicorp/http 3.5.0:
                          `uri` is not known. Did you mean `url`?
                          `url` is required and missing: write .with("url", …).""");
    }
}
