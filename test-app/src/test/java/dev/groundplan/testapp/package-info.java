@org.jspecify.annotations.NullMarked
package dev.groundplan.testapp;
