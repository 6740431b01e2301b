package dev.groundplan.facts;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Fact;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.describe.SourceLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that runs in the cluster and is installed by other means: by hand, by another team, by another platform. It renders
 * to nothing; what it brings counts as there before anything of this platform is applied.
 *
 * <pre>{@code
 * installed("external-secrets").bringing(definitions("external-secrets.io"))
 * }</pre>
 */
public final class Installed implements Part {

    private final PartId id;
    private final SourceLine line;
    private final List<Capability> brings;

    private Installed(PartId id, SourceLine line, List<Capability> brings) {
        this.id = id;
        this.line = line;
        this.brings = List.copyOf(brings);
    }

    /**
     * Returns something that brings nothing yet.
     *
     * @param name what it is called; only messages show it
     */
    public static Installed installed(String name) {
        return new Installed(PartId.of("installed", name), SourceLine.here(), List.of());
    }

    /** Returns this with more that it brings into the cluster. */
    public Installed bringing(Capability... more) {
        return new Installed(
                id, line, Stream.concat(brings.stream(), Stream.of(more)).toList());
    }

    @Override
    public PartId id() {
        return id;
    }

    @Override
    public SourceLine line() {
        return line;
    }

    @Override
    public Elements expand(Site site) {
        return Elements.none().with(brings.stream().map(Offer::already).toArray(Fact[]::new));
    }
}
