package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.describe.PartId;

/**
 * One part's use of another while the platform runs: an arrow of the inventory's picture.
 *
 * @param from who uses
 * @param to what is used
 * @param as what for, in a word or two, such as {@code TCP 5432}
 */
public record Connection(PartId from, PartId to, String as) implements Fact {}
