package dev.groundplan.testapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

final class JsonLogTest {
    @Test
    void record_of_a_library_is_one_line_whatever_its_parameters() {
        for (var parameters : new Object[][] {null, {}, {"a \"word\""}}) {
            var entry = new LogRecord(Level.WARNING, "lost:\n{0}");
            entry.setInstant(Instant.EPOCH);
            entry.setLoggerName("library");
            entry.setParameters(parameters);
            var shown = parameters != null && parameters.length > 0 ? "a \\\"word\\\"" : "{0}";
            assertThat(new JsonLog().format(entry))
                    .isEqualTo("{\"time\":\"1970-01-01T00:00:00Z\",\"level\":\"WARNING\",\"log\":\"library\","
                            + "\"message\":\"lost:\\u000a" + shown + "\"}\n");
        }
    }
}
