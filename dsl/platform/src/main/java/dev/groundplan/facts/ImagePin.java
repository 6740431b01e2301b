package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.values.ImageReference;

/**
 * The one image that may run of a repository of images: what a program that releases wrote down.
 *
 * @param name what descriptions call it, such as {@code test-app}
 * @param image with tag and digest
 */
public record ImagePin(String name, ImageReference image) implements Fact {}
