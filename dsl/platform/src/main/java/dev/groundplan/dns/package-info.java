/** Names in DNS and the certificates that vouch for them. */
@CheckReturnValue
@NullMarked
package dev.groundplan.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
