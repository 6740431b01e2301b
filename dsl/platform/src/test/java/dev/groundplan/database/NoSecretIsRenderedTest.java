package dev.groundplan.database;

import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.database.Fixture.orders;
import static dev.groundplan.database.Fixture.text;
import static dev.groundplan.secrets.ParameterStore.parameterStore;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.describe.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that reads an ephemeral value is write-only, and nothing that would keep a secret is set at all. */
class NoSecretIsRenderedTest {

    @ParameterizedTest
    @MethodSource("parts")
    void an_ephemeral_value_only_goes_where_it_is_not_kept(Part part) throws JsonProcessingException {
        for (var site : List.of(STAGING, PRODUCTION)) {
            var readers = new ArrayList<String>();
            collectReaders("", new ObjectMapper().readTree(text(part, site)), readers);

            assertThat(readers).isNotEmpty().allMatch(name -> name.endsWith("_wo"));
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void no_attribute_that_keeps_a_secret_is_set(Part part) throws JsonProcessingException {
        for (var site : List.of(STAGING, PRODUCTION)) {
            var resources = new ObjectMapper().readTree(text(part, site)).path("resource");

            assertThat(resources.path("aws_ssm_parameter").findValues("value")).isEmpty();
            assertThat(resources.findValues("password")).isEmpty();
            assertThat(resources.findValues("manage_master_user_password")).isEmpty();
            assertThat(resources.path("random_password").isMissingNode()).isTrue();
        }
    }

    private static void collectReaders(String attribute, JsonNode value, List<String> readers) {
        if (value.asText().contains("ephemeral.")) {
            readers.add(attribute);
        }
        value.properties().forEach(field -> collectReaders(field.getKey(), field.getValue(), readers));
        value.elements().forEachRemaining(element -> {
            if (value.isArray()) {
                collectReaders(attribute, element, readers);
            }
        });
    }

    static Stream<Part> parts() {
        var store = parameterStore("faceit", "/faceit").withSecret("session-key");
        return Stream.of(orders(), orders().loginIn(store), store);
    }
}
