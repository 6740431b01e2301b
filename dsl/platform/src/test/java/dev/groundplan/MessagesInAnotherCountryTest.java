package dev.groundplan;

import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.network.Vpc.vpc;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesInAnotherCountryTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void moveToEgypt() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void moveBack() {
        Locale.setDefault(before);
    }

    @Test
    void numbers_are_written_as_they_are_everywhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vpc("faceit", cidr("10.0.0.0/27"), zones("eu-west-2a", "eu-west-2b")))
                .withMessageContaining("is too small for 2 zones");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nodeGroup("a", "m7g.large", between(1, 2)).withDisk(gibibytes(10)))
                .withMessageContaining("it has from 20 to 16384 GiB");
    }
}
