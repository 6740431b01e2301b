package dev.groundplan.expand;

/** A part that could not say its elements, and what it said instead. */
public record Unexpanded(Place place, String message) {}
