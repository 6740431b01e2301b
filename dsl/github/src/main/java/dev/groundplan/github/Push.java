package dev.groundplan.github;

import java.util.List;

/**
 * Starts a workflow when commits or tags are pushed; renders to {@code on.push}.
 *
 * @param branches patterns of branches, such as {@code main}
 * @param tags patterns of tags, such as {@code v*}
 * @param paths patterns of files, of which a push must change one, such as {@code app/**}
 */
public record Push(List<String> branches, List<String> tags, List<String> paths) implements Trigger {

    /** Keeps copies of the lists. */
    public Push {
        branches = List.copyOf(branches);
        tags = List.copyOf(tags);
        paths = List.copyOf(paths);
    }

    /** Returns the trigger for pushes to one of these branches. */
    public static Push pushTo(String... branches) {
        return new Push(Patterns.plus(List.of(), "branch", branches), List.of(), List.of());
    }

    /** Returns the trigger for pushes of one of these tags. */
    public static Push pushOfTags(String... tags) {
        return new Push(List.of(), Patterns.plus(List.of(), "tag", tags), List.of());
    }

    /** Returns this trigger only for pushes that change one of these files. */
    public Push changing(String... more) {
        return new Push(branches, tags, Patterns.plus(paths, "path", more));
    }

    @Override
    public Event event() {
        return Event.PUSH;
    }

    @Override
    public Object spelt() {
        return Mapping.empty()
                .withAny("branches", branches)
                .withAny("tags", tags)
                .withAny("paths", paths);
    }
}
