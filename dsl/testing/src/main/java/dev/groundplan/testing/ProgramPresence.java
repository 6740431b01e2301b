package dev.groundplan.testing;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test with {@link RequiresProgram} can run here. */
final class ProgramPresence implements ExecutionCondition {

    private final Function<String, String> environment;
    private final Predicate<String> present;
    private final Consumer<String> announcement;

    ProgramPresence() {
        this(name -> Optional.ofNullable(System.getenv(name)).orElse(""), ProgramProbe::succeeds, System.err::println);
    }

    ProgramPresence(Function<String, String> environment, Predicate<String> present, Consumer<String> announcement) {
        this.environment = environment;
        this.present = present;
        this.announcement = announcement;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
                .flatMap(requirement -> firstMissing(requirement.value()))
                .map(missing -> refuse(missing, context.getDisplayName()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("all programs are there"));
    }

    private Optional<String> firstMissing(String[] programs) {
        return Arrays.stream(programs).filter(present.negate()).findFirst();
    }

    private ConditionEvaluationResult refuse(String missing, String test) {
        var reason = "`" + missing + "` is missing or does not work on this machine";
        if (!environment.apply("CI").isEmpty()) {
            throw new IllegalStateException(
                    test + ": " + reason
                            + ", and with the environment variable CI set that is a failure.\n\nInstall the program on the build server.");
        }
        announcement.accept("SKIPPED " + test + ": " + reason + ". Install it to run this test.");
        return ConditionEvaluationResult.disabled(reason);
    }
}
