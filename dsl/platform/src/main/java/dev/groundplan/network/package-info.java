/** Networks: addresses, subnets and the ways in and out. */
@CheckReturnValue
@NullMarked
package dev.groundplan.network;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
