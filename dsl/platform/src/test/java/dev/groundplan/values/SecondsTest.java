package dev.groundplan.values;

import static dev.groundplan.values.Values.seconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecondsTest {

    @Test
    void seconds_add_up_and_are_written_with_their_unit() {
        assertThat(seconds(15).plus(seconds(30))).hasToString("45 s");
    }

    @Test
    void more_than_a_day_is_refused() {
        assertThatThrownBy(() -> seconds(86_401))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("86401 is no number of seconds: it must lie between 0 and 86400, as in seconds(30).");
    }
}
