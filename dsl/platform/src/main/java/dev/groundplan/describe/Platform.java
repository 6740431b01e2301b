package dev.groundplan.describe;

import dev.groundplan.values.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole platform in one environment: its parts, in the order of the description.
 *
 * <p>Make it with {@link #platform}, and hand the method that makes it to {@code Groundplan.generate}.
 */
public final class Platform {

    private final Site site;
    private final SourceLine line;
    private final List<Part> parts;

    private Platform(Site site, SourceLine line, List<Part> parts) {
        this.site = site;
        this.line = line;
        this.parts = List.copyOf(parts);
    }

    /**
     * Returns a platform without parts.
     *
     * @param name what it is called; every composed name begins with it
     * @param environment where it stands
     */
    public static Platform platform(String name, Environment environment) {
        return new Platform(new Site(new Name(name), environment), SourceLine.here(), List.of());
    }

    /** Returns this platform and the given parts. */
    public Platform with(Part... more) {
        return with(List.of(more));
    }

    /** Returns this platform and the given parts. */
    public Platform with(List<? extends Part> more) {
        var all = new ArrayList<>(parts);
        all.addAll(more);
        return new Platform(site, line, all);
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
}
