package dev.groundplan.describe;

import dev.groundplan.terraform.RequiredProvider;
import dev.groundplan.values.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A whole platform in one environment: its parts, in the order of the description.
 *
 * <p>Make it with {@link #platform}, and hand the method that makes it to {@code Groundplan.generate}.
 */
public final class Platform {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9](?!.*\\.\\.)[a-z0-9.-]{1,61}[a-z0-9]");

    private Site site;
    private final SourceLine line;
    private List<Part> parts = List.of();
    private List<Allowance> allowances = List.of();
    private List<RequiredProvider> terraformProviders = List.of(
            RequiredProvider.of("aws", "hashicorp/aws", "~> 6.66"),
            RequiredProvider.of("random", "hashicorp/random", "~> 3.7"),
            RequiredProvider.of("kubernetes", "hashicorp/kubernetes", "~> 2.38"),
            RequiredProvider.of("helm", "hashicorp/helm", "~> 3.1"),
            RequiredProvider.of("http", "hashicorp/http", "~> 3.5"));

    private Platform(Site site, SourceLine line) {
        this.site = site;
        this.line = line;
    }

    private Platform(Platform platform) {
        this(platform.site, platform.line);
        parts = platform.parts;
        allowances = platform.allowances;
        terraformProviders = platform.terraformProviders;
    }

    /**
     * Returns a platform without parts.
     *
     * @param name what it is called; every composed name begins with it
     * @param environment where it stands
     */
    public static Platform platform(String name, Environment environment) {
        return new Platform(new Site(new Name(name), environment), SourceLine.here());
    }

    /** Returns this platform and the given parts. */
    public Platform with(Part... more) {
        return with(List.of(more));
    }

    /** Returns this platform and the given parts. */
    public Platform with(List<? extends Part> more) {
        var copy = new Platform(this);
        copy.parts = plus(parts, more);
        return copy;
    }

    /**
     * Returns this platform with a Terraform provider besides {@code aws}, {@code random}, {@code kubernetes},
     * {@code helm} and {@code http}, or with another version of one of these; renders to {@code required_providers} of every root module that uses it.
     */
    public Platform withTerraformProvider(RequiredProvider provider) {
        var copy = new Platform(this);
        var others = terraformProviders.stream()
                .filter(other -> !other.localName().equals(provider.localName()))
                .toList();
        copy.terraformProviders = plus(others, List.of(provider));
        return copy;
    }

    /**
     * Returns this platform with its Terraform state in another bucket.
     *
     * @param bucket the bucket's name, 3 to 63 lower-case letters, digits, points and hyphens; without this call
     *     {@code <platform>-<environment>-terraform-state-<account>}
     */
    public Platform withStateBucket(String bucket) {
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no name of a bucket: write 3 to 63 lower-case letters, digits, points and hyphens, as in withStateBucket(\"acme-terraform-state\")."
                            .formatted(bucket));
        }
        var copy = new Platform(this);
        copy.site = new Site(site.platform(), site.environment(), bucket);
        return copy;
    }

    /**
     * Returns this platform with a finding that is meant to be so: it no longer stops anything. An allowance of a finding that
     * is not there is a problem itself.
     *
     * @param check the check's id, such as {@code T13}
     * @param part where the finding stands: all of this check's findings there are allowed
     * @param reason why it is meant to be so, for whoever reads the description
     * @throws IllegalArgumentException if the id is none, the reason is blank, or what the check finds could not be written
     *     ({@code P…}, {@code R…}, {@code K01}, {@code K41})
     */
    public Platform allowing(String check, Part part, String reason) {
        var copy = new Platform(this);
        copy.allowances = plus(allowances, List.of(new Allowance(check, part.id(), reason, SourceLine.here())));
        return copy;
    }

    /** Returns where the platform stands. */
    public Site site() {
        return site;
    }

    /** Returns where the platform was made; its class is the one that every generated file names. */
    public SourceLine line() {
        return line;
    }

    /** Returns the parts, in the order of the description. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns the Terraform providers that root modules may use. */
    public List<RequiredProvider> terraformProviders() {
        return terraformProviders;
    }

    /** Returns the name of the bucket that holds the Terraform state. */
    public String stateBucket() {
        return site.stateBucket();
    }

    /** Returns the findings that are meant to be so. */
    public List<Allowance> allowances() {
        return allowances;
    }

    private static <T> List<T> plus(List<? extends T> list, List<? extends T> more) {
        var longer = new ArrayList<T>(list);
        longer.addAll(more);
        return List.copyOf(longer);
    }
}
