package dev.groundplan.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Says that a test, or all tests of a class, asks real programs for their opinion.
 *
 * <p>Where one of them is missing, the test is skipped and says so on the error stream. Where the environment variable
 * {@code CI} is set to anything, a missing program is a failure: a build server that checks less than it seems to is worse
 * than one that is red.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ProgramPresence.class)
public @interface RequiresProgram {

    /**
     * The programs, as typed; each may go on with arguments that must succeed, such as
     * {@code "python3 -c 'import yaml'"}.
     */
    String[] value();
}
