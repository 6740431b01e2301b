package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * A Secret that pods name to pull images with ({@code imagePullSecrets}), and what it is good for.
 *
 * @param namespace of the Secret
 * @param secret its name
 * @param images the images that it may pull
 */
public record RegistryLogin(String namespace, String secret, PrivateImages images) implements Fact {}
