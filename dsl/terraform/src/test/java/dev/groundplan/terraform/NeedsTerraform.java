package dev.groundplan.terraform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that runs Terraform. Without it the test says loudly that it was skipped; where CI is set, it fails. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTerraform.OnPath.class)
@interface NeedsTerraform {

    /** Lets the test run where the program is, and in CI in any case: there it fails by itself. */
    final class OnPath implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String ci = System.getenv("CI");
            if (TerraformRun.program().isPresent() || (ci != null && !ci.isEmpty())) {
                return ConditionEvaluationResult.enabled("terraform is on the PATH, or must be");
            }
            System.out.println("SKIPPED, NOT PROVED: " + context.getDisplayName() + " needs `terraform` on the PATH");
            return ConditionEvaluationResult.disabled("`terraform` is not on the PATH");
        }
    }
}
