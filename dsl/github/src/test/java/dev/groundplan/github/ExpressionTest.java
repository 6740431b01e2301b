package dev.groundplan.github;

import static dev.groundplan.github.Expression.expression;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.Expressions.secret;
import static dev.groundplan.github.Text.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    void renders_in_braces_inside_a_text() {
        assertThat(text("terraform-").and(github("ref_name")).and("-x"))
                .hasToString("terraform-${{ github.ref_name }}-x");
    }

    @Test
    void a_literal_that_looks_like_an_expression_stays_a_literal() {
        assertThat(text("a ${{ secrets.X }} b")).hasToString("a ${{ '${{' }} secrets.X }} b");
        assertThat(text("$").and("{{ x }}")).hasToString("${{ '${{' }} x }}");
        assertThat(text("$").and(github("sha"))).hasToString("$${{ github.sha }}");
    }

    @Test
    void conditions_are_put_together() {
        var onMain = github("ref").isEqualTo("refs/heads/it's");

        assertThat(onMain.text()).isEqualTo("github.ref == 'refs/heads/it''s'");
        assertThat(onMain.and(Expressions.cancelled().not()).text())
                .isEqualTo("(github.ref == 'refs/heads/it''s') && !cancelled()");
        assertThat(onMain.or(github("event_name").isNotEqualTo("push")).text())
                .isEqualTo("(github.ref == 'refs/heads/it''s') || (github.event_name != 'push')");
    }

    @Test
    void knows_what_it_reads() {
        var expression = expression(
                "contains(github.event.pull_request.labels.*.name, 'x') || fromJSON(steps['a b'].outputs.x)[0].y == matrix[env.AXIS]");

        assertThat(expression.references())
                .extracting(Object::toString)
                .containsExactly(
                        "github.event.pull_request.labels.*.name", "steps.a b.outputs.x", "env.AXIS", "matrix.*");
    }

    @Test
    void refuses_a_context_that_github_does_not_have() {
        assertThatThrownBy(() -> expression("githb.ref == 'x'"))
                .hasMessage(
                        "`githb.ref == 'x'` is no expression of a workflow: there is no context `githb`. Did you mean `github`?"
                                + " GitHub has github, needs, steps, inputs, matrix, secrets, vars, env, runner, job, jobs, strategy.");
    }

    @Test
    void refuses_properties_and_functions_that_github_does_not_have() {
        assertThatThrownBy(() -> github("evnt.number"))
                .hasMessage(
                        "`github.evnt.number` is no expression of a workflow: the context `github` has no `evnt`. Did you mean `event`?");
        assertThatThrownBy(() -> expression("startWith(github.ref, 'x')"))
                .hasMessage(
                        "`startWith(github.ref, 'x')` is no expression of a workflow: there is no function `startWith`. Did you mean `startsWith`?");
    }

    @Test
    void refuses_what_cannot_be_read() {
        assertThatThrownBy(() -> expression("github.ref == \"main\""))
                .hasMessage(
                        "`github.ref == \"main\"` is no expression of a workflow: `\"main\"` cannot be read; texts stand in single quotes.");
        assertThatThrownBy(() -> expression("github.ref =="))
                .hasMessage("`github.ref ==` is no expression of a workflow: it ends where a value is expected.");
        assertThatThrownBy(() -> expression("(github.ref"))
                .hasMessage("`(github.ref` is no expression of a workflow: `)` is missing at the end.");
        assertThatThrownBy(() -> expression("github.ref }} ${{ github.token"))
                .hasMessage(
                        "`github.ref }} ${{ github.token` is no expression of a workflow: `}} ${{ github.token` cannot be read; texts stand in single quotes.");
        assertThatThrownBy(() -> secret("MY-KEY"))
                .hasMessage("`MY-KEY` is no name of a secret: write letters, digits and _, as in \"DEPLOY_KEY\".");
    }

    @Test
    void what_strangers_choose_never_stands_in_a_script() {
        assertThatThrownBy(() -> Step.run("Greet", text("echo ").and(github("event.pull_request.title"))))
                .hasMessage(
                        "The script of the step `Greet` holds `github.event.pull_request.title`, and whoever chooses its value would"
                                + " write code there: put it into env, as in withEnv(\"VALUE\","
                                + " text(expression(\"github.event.pull_request.title\"))), and read \"$VALUE\".");
        assertThatThrownBy(() -> Step.run("Greet", text("echo ").and(expression("toJSON(github)"))))
                .hasMessageContaining("holds `github`");
        assertThatThrownBy(() -> Step.run("Greet", text("echo ").and(github("head_ref"))))
                .hasMessageContaining("holds `github.head_ref`");
        assertThat(Step.run("Greet", text("echo ").and(github("sha"))).script())
                .hasValue(text("echo ").and(github("sha")));
    }
}
