package dev.groundplan.describe;

/**
 * A platform in one environment with all that its parts said: what workflows, which serve all environments at once, are made
 * from.
 *
 * @param site where it stands
 * @param elements everything that it consists of, in the order of its parts
 */
public record Stage(Site site, Elements elements) {}
