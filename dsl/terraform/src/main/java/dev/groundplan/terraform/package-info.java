/** The Terraform language as immutable values that print themselves as Terraform JSON. */
@NullMarked
package dev.groundplan.terraform;

import org.jspecify.annotations.NullMarked;
