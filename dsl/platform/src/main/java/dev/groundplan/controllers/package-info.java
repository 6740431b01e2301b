/** The controllers that a cluster is run with: what they install, what they may do in AWS, what they bring. */
@CheckReturnValue
@NullMarked
package dev.groundplan.controllers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
