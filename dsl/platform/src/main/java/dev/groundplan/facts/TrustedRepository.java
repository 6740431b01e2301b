package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * A repository on GitHub whose workflows may assume roles of the platform.
 *
 * @param path as the subjects of its tokens name it: {@code acme/platform}, or {@code acme@9919/platform@1296269}
 */
public record TrustedRepository(String path) implements Fact {}
