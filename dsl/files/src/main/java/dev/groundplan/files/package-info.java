/** The text of files: JSON and YAML writers, the rendered tree, and how it reaches the disk. */
@NullMarked
package dev.groundplan.files;

import org.jspecify.annotations.NullMarked;
