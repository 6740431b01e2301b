/** A service with one database, small enough to read in five minutes, that a platform can trust. */
@org.jspecify.annotations.NullMarked
package dev.groundplan.testapp;
