/** How the offline provider speaks with Terraform: gRPC, protobuf, MessagePack. Not for users of the kit. */
@NullMarked
@CheckReturnValue
package dev.groundplan.testing.terraform.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
