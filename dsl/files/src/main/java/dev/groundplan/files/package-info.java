/** The text of files: JSON and YAML writers, the rendered tree, and how it reaches the disk. */
@NullMarked
@CheckReturnValue
package dev.groundplan.files;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
