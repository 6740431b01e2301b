package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FluxSubstitutionTest {

    private final FluxSubstitution substitution = substitution("vpc_id", "vpc-1", "empty", "");

    /** From the documentation of Flux and the tests of its substitution. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            a ${vpc_id} b        => a vpc-1 b
            ${vpc_id}${vpc_id}   => vpc-1vpc-1
            $${vpc_id}           => ${vpc_id}
            $$${vpc_id}          => $vpc-1
            $$$${vpc_id}         => $${vpc_id}
            $vpc_id              => $vpc_id
            cost: 5$             => cost: 5$
            $$                   => $
            $$$                  => $$
            ${other:=text}       => text
            ${vpc_id:-text}      => vpc-1
            x${empty}y           => xy
            $${var$${vpc_id}$x   => ${var${vpc_id}$x
            """)
    void variables_are_replaced_as_flux_does(String before, String after) {
        assertThat(substitution.apply(before)).isEqualTo(after);
    }

    @Test
    void variable_without_a_value_is_an_error() {
        assertThatThrownBy(() -> substitution.apply("x: ${vpcid}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The variable `vpcid` has no value; there are: empty, vpc_id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${}", "${vpc_id", "${ vpc_id }", "${vpc-id}", "${datasource:text}", "${vpc_id^^}"})
    void what_is_left_over_and_no_variable_is_an_error(String text) {
        assertThatThrownBy(() -> substitution.apply("x: " + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`" + text
                        + "` is no variable: a dollar sign before a brace that is meant as such is written twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "annotations"})
    void object_that_switches_it_off_stays_as_it_is_and_its_neighbour_does_not(String where) {
        var off = """
                metadata:
                  %s:
                    kustomize.toolkit.fluxcd.io/substitute: disabled
                text: ${datasource} $$
                """.formatted(where);

        assertThat(substitution.apply(off + "---\nvpc: ${vpc_id}\n")).isEqualTo(off + "---\nvpc: vpc-1\n");
    }

    private static FluxSubstitution substitution(String... keysAndValues) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return new FluxSubstitution(values);
    }
}
