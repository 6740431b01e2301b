package dev.groundplan.charts;

import static dev.groundplan.charts.ChartValues.chartValues;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ChartValuesTest {

    @Test
    void values_are_a_tree_of_what_was_set() {
        var tree = chartValues()
                .with("replicas", 2)
                .with("serviceAccount.name", "metrics-server")
                .with("serviceAccount.create", true)
                .with("annotations.example\\.com/team", "shop")
                .withTexts("args", List.of("--v=2", "${HOME}"))
                .withMaps("env", chartValues().with("name", "A").with("value", "1"));

        assertThat(tree)
                .hasToString("{annotations={example.com/team=shop}, args=[--v=2, ${HOME}], env=[{name=A, value=1}],"
                        + " replicas=2, serviceAccount={create=true, name=metrics-server}}");
        assertThat(tree.at("serviceAccount.name")).contains("metrics-server");
        assertThat(tree.at("annotations.example\\.com/team")).contains("shop");
        assertThat(tree.at("serviceAccount.name.first")).isEmpty();
        assertThat(tree.at("tolerations")).isEmpty();
    }

    @Test
    void a_change_leaves_the_values_before_it_as_they_are() {
        var first = chartValues().with("image.tag", "1");

        assertThat(first.with("image.tag", "2")).hasToString("{image={tag=2}}");
        assertThat(first).hasToString("{image={tag=1}}");
    }

    @Test
    void two_sets_are_put_together_and_the_second_wins() {
        var first = chartValues()
                .with("image.tag", "1")
                .with("image.repository", "a")
                .withTexts("args", List.of("x"));
        var second = chartValues().with("image.tag", "2").withTexts("args", List.of("y"));

        assertThat(first.and(second)).hasToString("{args=[y], image={repository=a, tag=2}}");
    }

    @Test
    void a_value_below_one_that_is_no_map_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chartValues().with("provider", "aws").with("provider.name", "aws"))
                .withMessage("`provider` holds aws already, so `provider.name` can't be below it: set one of the two.");
    }

    @Test
    void a_path_with_an_empty_key_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chartValues().with("image..tag", "1"))
                .withMessage(
                        "`image..tag` is no path of a value: write its keys with points between, as in with(\"serviceAccount.name\", …), and a point inside a key as `\\.`.");
    }
}
