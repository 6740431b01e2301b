package dev.groundplan.flux.bootstrap;

import java.util.Optional;

/**
 * Where Flux begins: a path in a Git repository; renders to {@code instance.sync} of the chart flux-instance.
 *
 * @param url such as {@code https://github.com/acme/platform}
 * @param ref such as {@code refs/heads/main}
 * @param path from the top of the repository, such as {@code ./generated/staging/kubernetes/flux}
 * @param pullSecret the Secret of the namespace {@code flux-system} that Flux logs in with; none for a public repository
 * @param provider how it logs in: {@code generic}, or {@code github} as a GitHub App
 */
public record FluxSource(String url, String ref, String path, Optional<String> pullSecret, String provider) {

    /** The source of a public repository. */
    public FluxSource(String url, String ref, String path) {
        this(url, ref, path, Optional.empty(), "generic");
    }
}
