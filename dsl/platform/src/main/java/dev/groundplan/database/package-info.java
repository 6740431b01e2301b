/** Databases: PostgreSQL run by AWS, and the login that workloads use. */
@CheckReturnValue
@NullMarked
package dev.groundplan.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
