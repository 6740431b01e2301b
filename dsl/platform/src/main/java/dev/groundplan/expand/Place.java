package dev.groundplan.expand;

import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Platform;
import dev.groundplan.describe.SourceLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in the description: the way from the platform down to what was said, and the line where it was said.
 *
 * @param path such as platform {@code faceit}, workload {@code test-app}, env {@code PORT}
 * @param line where it was said
 */
public record Place(List<String> path, SourceLine line) {

    /** Keeps a copy of the path. */
    public Place {
        path = List.copyOf(path);
    }

    /** Returns the place of the platform itself. */
    public static Place of(Platform platform) {
        return new Place(List.of("platform `" + platform.site().platform() + "`"), platform.line());
    }

    /** Returns the place of a part of this platform. */
    public static Place of(Platform platform, Part part) {
        return of(platform).down(part.id().toString(), part.line());
    }

    /** Returns the place of an option of what is here. */
    public Place down(SourceDetail detail) {
        return down(detail.option(), detail.line());
    }

    /** Returns the place of something inside what is here. */
    public Place down(String step, SourceLine line) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return new Place(longer, line);
    }

    @Override
    public String toString() {
        return String.join(" > ", path) + "   (" + line + ")";
    }
}
