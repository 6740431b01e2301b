/**
 * GitHub Actions workflows as values: a {@link dev.groundplan.github.Workflow} is made of triggers, jobs and steps, and
 * {@link dev.groundplan.github.WorkflowText} spells it.
 *
 * <p>A text is literal unless a typed {@link dev.groundplan.github.Expression} says otherwise.
 */
@CheckReturnValue
@NullMarked
package dev.groundplan.github;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
