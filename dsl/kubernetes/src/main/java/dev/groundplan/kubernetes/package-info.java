/** Kubernetes objects as files: one object a file, and a kustomization for every directory. */
@NullMarked
package dev.groundplan.kubernetes;

import org.jspecify.annotations.NullMarked;
