package dev.groundplan.workload;

import java.util.regex.Pattern;

/** A volume at a path of a container. */
record Mount(String path, Volume volume) {

    private static final Pattern GRAMMAR = Pattern.compile("(/[A-Za-z0-9._-]+)+");

    Mount {
        refuseOtherThanPath(path);
    }

    /** Refuses what is no absolute path in plain characters; Kubernetes refuses {@code ..} and {@code :} itself. */
    static void refuseOtherThanPath(String path) {
        if (!GRAMMAR.matcher(path).matches() || path.contains("/..")) {
            throw new IllegalArgumentException(
                    "`%s` is no path in a container: write it from `/` on in letters, digits and `._-`, as in \"/etc/app/app.yaml\"."
                            .formatted(path));
        }
    }
}
