package dev.groundplan.github;

import java.util.ArrayList;
import java.util.List;

/** Lists of patterns for branches, tags and paths: GitHub evaluates no expressions in them. */
final class Patterns {

    private Patterns() {}

    static List<String> plus(List<String> patterns, String kind, String... more) {
        var all = new ArrayList<>(patterns);
        for (var pattern : more) {
            if (pattern.isBlank()) {
                throw Refusal.of("The pattern of a %s is empty: write it, or leave the call out.", kind);
            }
            all.add(Refusal.plain(pattern, kind));
        }
        return List.copyOf(all);
    }
}
