package dev.groundplan.workload;

import dev.groundplan.describe.SecretReference;
import java.util.regex.Pattern;

/**
 * Who pulls images that not everybody may pull, and which images these are.
 *
 * <pre>{@code
 * var ghcr = registryAccount("ghcr.io/acme", "acme-bot", parameters.secret("registry/ghcr"));
 * workload("checkout", image("ghcr.io/acme/checkout:1.4.2"), namespace).pulledWith(ghcr)
 * }</pre>
 *
 * @param images how the names of the images begin: a registry, or a registry and a part of the path
 * @param user who logs in
 * @param password the password or token, such as a token of GitHub that may read packages
 * @see <a href="https://kubernetes.io/docs/concepts/containers/images/#config-json">Kubernetes: how logins are chosen</a>
 */
public record RegistryAccount(String images, String user, SecretReference password) {

    private static final String SEGMENT = "[a-z0-9]+(?:[._-]+[a-z0-9]+)*";
    private static final Pattern IMAGES =
            Pattern.compile("(?:[a-z0-9-]+\\.)+[a-z0-9-]+(?::[0-9]{1,5})?(?:/" + SEGMENT + ")*");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9$+@._|-]{0,254}");
    private static final Pattern OF_AWS = Pattern.compile("[0-9]{12}\\.dkr[.-]ecr\\..*|public\\.ecr\\.aws(?:/.*)?");

    /** Refuses what is no name of a registry, no user, or a registry of AWS, with an {@link IllegalArgumentException}. */
    public RegistryAccount {
        if (!IMAGES.matcher(images).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no registry: write its host, and a part of the path if the account is for that only, all in lower case and without a tag, as in \"ghcr.io/acme\"."
                            .formatted(images));
        }
        if (OF_AWS.matcher(images).matches()) {
            throw new IllegalArgumentException(
                    "Nobody logs in at `%s`: nodes pull from the registries of AWS with their own role. Leave the account out."
                            .formatted(images));
        }
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no user of a registry: write letters, digits and `$+@._|-`, as in \"acme-bot\"."
                            .formatted(user));
        }
    }

    /** Returns an account for the images whose names begin so. */
    public static RegistryAccount registryAccount(String images, String user, SecretReference password) {
        return new RegistryAccount(images, user, password);
    }

    /** What the kubelet calls these images: Docker Hub has a name from its beginnings. */
    String key() {
        return images.equals("docker.io") || images.startsWith("docker.io/") ? "https://index.docker.io/v1/" : images;
    }
}
