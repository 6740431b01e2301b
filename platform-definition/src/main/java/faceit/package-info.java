/** The reference platform, described once: every file under {@code generated/} follows from these classes. */
@NullMarked
package faceit;

import org.jspecify.annotations.NullMarked;
