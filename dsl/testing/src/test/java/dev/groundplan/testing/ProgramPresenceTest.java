package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProgramPresenceTest {

    @RegisterExtension
    private final Contexts contexts = new Contexts();

    private final List<String> announced = new ArrayList<>();

    /** Keeps the context of the running test. */
    static final class Contexts implements org.junit.jupiter.api.extension.BeforeEachCallback {
        @org.jspecify.annotations.Nullable
        private ExtensionContext current;

        @Override
        public void beforeEach(ExtensionContext context) {
            current = context;
        }
    }

    @Test
    @RequiresProgram("java")
    void a_program_that_is_there_lets_the_test_run() {
        assertThat(evaluate("", true).isDisabled()).isFalse();
    }

    @Test
    @RequiresProgram("java")
    void a_missing_program_skips_the_test_with_the_reason() {
        assertThat(evaluate("", false))
                .returns(true, ConditionEvaluationResult::isDisabled)
                .returns(
                        Optional.of("`java` is missing or does not work on this machine"),
                        ConditionEvaluationResult::getReason);
        assertThat(announced)
                .singleElement()
                .asString()
                .startsWith("SKIPPED a_missing_program_skips_the_test_with_the_reason(): `java` is missing");
    }

    @Test
    @RequiresProgram("java")
    void a_missing_program_is_a_failure_on_a_build_server(TestInfo test) {
        assertThatThrownBy(() -> evaluate("true", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(test.getDisplayName()
                        + ": `java` is missing or does not work on this machine, and with the environment variable CI set"
                        + " that is a failure.\n\nInstall the program on the build server.");
    }

    @Test
    void a_test_that_requires_nothing_runs() {
        assertThat(evaluate("true", false).isDisabled()).isFalse();
    }

    @Test
    void a_command_is_probed_with_its_arguments() {
        assertThat(ProgramProbe.succeeds("java -version")).isTrue();
        assertThat(ProgramProbe.succeeds("java '-no such option'")).isFalse();
        assertThat(ProgramProbe.succeeds("no-such-program-as-this")).isFalse();
    }

    private ConditionEvaluationResult evaluate(String ci, boolean present) {
        var context = Optional.ofNullable(contexts.current).orElseThrow();
        return new ProgramPresence(name -> name.equals("CI") ? ci : "", program -> present, announced::add)
                .evaluateExecutionCondition(context);
    }
}
