/** The way from a description to files: describe, expand, check, render, write, report. */
@CheckReturnValue
@NullMarked
package dev.groundplan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
