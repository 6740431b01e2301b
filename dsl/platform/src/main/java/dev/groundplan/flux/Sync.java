package dev.groundplan.flux;

import dev.groundplan.describe.Site;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.files.FilePath;
import dev.groundplan.flux.bootstrap.FluxBootstrap;
import dev.groundplan.flux.bootstrap.FluxSource;
import dev.groundplan.flux.bootstrap.PullSecret;
import dev.groundplan.values.ParameterName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where Flux finds what it applies: a branch of a Git repository, and the directory in it that holds what Groundplan renders.
 *
 * @see <a href="https://fluxcd.io/flux/components/source/gitrepositories/">Flux: GitRepository</a>
 */
public final class Sync {

    private static final Pattern URL =
            Pattern.compile("https://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)+");
    private static final Pattern BRANCH =
            Pattern.compile("(?!.*(?:\\.\\.|//|/\\.|\\.lock(?:/|$)|\\.$))[A-Za-z0-9_][A-Za-z0-9._/-]{0,200}(?<!/)");

    private final String url;
    private final String branch;
    private FilePath directory = FilePath.of("generated");
    private boolean isAppLogin;
    private Optional<PullSecret> login = Optional.empty();

    private Sync(String url, String branch) {
        this.url = url;
        this.branch = branch;
    }

    private Sync(Sync sync) {
        this(sync.url, sync.branch);
        directory = sync.directory;
        isAppLogin = sync.isAppLogin;
        login = sync.login;
    }

    /**
     * Returns a public repository, whose directory {@code generated} holds what is rendered.
     *
     * @param url where it is, by https and without login, such as {@code https://github.com/acme/platform}
     * @param branch the branch whose tip is applied, such as {@code main}
     * @throws IllegalArgumentException if one of them is none
     */
    public static Sync sync(String url, String branch) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no repository that Flux can fetch: write its address by https, without a login, as in sync(\"https://github.com/acme/platform\", \"main\")."
                            .formatted(url));
        }
        if (!BRANCH.matcher(branch).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a branch: write letters, digits and `._/-`, as in sync(\"%s\", \"main\")."
                            .formatted(branch, url));
        }
        return new Sync(url, branch);
    }

    /**
     * Returns this with another directory of the repository that holds what is rendered; without this call {@code generated}.
     * It is the one that {@code Groundplan.generate} is given, seen from the top of the repository.
     */
    public Sync withDirectory(FilePath path) {
        var copy = new Sync(this);
        copy.directory = path;
        return copy;
    }

    /**
     * Returns this as a private repository that Flux logs in at with a user's name and a token.
     *
     * @param parameter where a JSON object with {@code username} and {@code password} is kept; somebody writes it by hand,
     *     once, and Terraform makes the {@code Secret} {@code flux-system} of it
     */
    public Sync withLogin(ParameterName parameter) {
        var copy = new Sync(this);
        copy.isAppLogin = false;
        copy.login = Optional.of(new PullSecret(Flux.NAMESPACE, parameter));
        return copy;
    }

    /**
     * Returns this as a private repository on GitHub that Flux logs in at as a GitHub App; renders to the provider
     * {@code github}.
     *
     * @param parameter where a JSON object with {@code githubAppID}, {@code githubAppInstallationID} and
     *     {@code githubAppPrivateKey} is kept; somebody writes it by hand, once, and Terraform makes the {@code Secret}
     *     {@code flux-system} of it
     * @see <a href="https://fluxcd.io/flux/components/source/gitrepositories/#github">Flux: GitHub App</a>
     */
    public Sync withGitHubApp(ParameterName parameter) {
        var copy = withLogin(parameter);
        copy.isAppLogin = true;
        return copy;
    }

    /** Returns where the repository is. */
    public String url() {
        return url;
    }

    /** Returns the branch whose tip is applied. */
    public String branch() {
        return branch;
    }

    /** Returns the branch as Git writes it, such as {@code refs/heads/main}. */
    public String ref() {
        return "refs/heads/" + branch;
    }

    /**
     * Returns a directory of Kubernetes objects as it is found from the top of the repository.
     *
     * @param directory below {@code kubernetes}, such as {@code flux}, where Flux begins
     */
    public String path(Site site, String directory) {
        return "./" + this.directory + "/" + site.environment() + "/kubernetes/" + directory;
    }

    /** Where Flux begins, and how it gets there. */
    FluxBootstrap bootstrap(String cluster, Site site) {
        var source = new FluxSource(
                url,
                ref(),
                path(site, AppliedByFlux.BEGINNING.directory()),
                login.map(PullSecret::name),
                isAppLogin ? "github" : "generic");
        var bootstrap = FluxBootstrap.of(cluster, source);
        return login.map(bootstrap::withPullSecret).orElse(bootstrap);
    }
}
