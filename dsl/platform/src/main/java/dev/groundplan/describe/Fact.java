package dev.groundplan.describe;

/**
 * Something that a part says about itself for others to read: checks, the order in which things are applied, the inventory.
 * A fact renders to nothing. Those that Groundplan reads are in {@code dev.groundplan.facts}; a part of your own may say these
 * and others.
 */
public interface Fact {}
