/** What an app says about itself, read from where it says so. */
@CheckReturnValue
@NullMarked
package dev.groundplan.workload.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
