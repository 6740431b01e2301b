/** Clusters: the cluster itself, its nodes, its namespaces, and who in it may do what in AWS. */
@CheckReturnValue
@NullMarked
package dev.groundplan.eks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
