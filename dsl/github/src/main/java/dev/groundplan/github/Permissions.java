package dev.groundplan.github;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a job's {@code GITHUB_TOKEN} may do; what is not named it may not. Renders to {@code permissions}.
 *
 * <p>There is no {@code write-all}.
 */
public final class Permissions {

    private static final Permissions NONE = new Permissions(new TreeMap<>());

    private final SequencedMap<Scope, Level> levels;

    private Permissions(SequencedMap<Scope, Level> levels) {
        this.levels = levels;
    }

    /** Returns no permission at all. */
    public static Permissions none() {
        return NONE;
    }

    /** Returns only the permission to read the repository: {@code contents: read}. */
    public static Permissions readContents() {
        return NONE.withRead(Scope.CONTENTS);
    }

    /** Returns these and the permission to read {@code scope}; an id token cannot be read. */
    public Permissions withRead(Scope scope) {
        if (scope == Scope.ID_TOKEN) {
            throw Refusal.of("`id-token: read` is no permission: write withWrite(ID_TOKEN), or leave it out.");
        }
        return with(scope, Level.READ);
    }

    /** Returns these and the permission to change {@code scope}. */
    public Permissions withWrite(Scope scope) {
        return with(scope, Level.WRITE);
    }

    /** Returns how far the permission for {@code scope} goes, where there is one. */
    public Optional<Level> level(Scope scope) {
        return Optional.ofNullable(levels.get(scope));
    }

    /** Returns whether {@code scope} may be changed. */
    public boolean mayWrite(Scope scope) {
        return level(scope).equals(Optional.of(Level.WRITE));
    }

    /** Returns all of them, in the order of the scopes. */
    public SequencedMap<Scope, Level> levels() {
        return Collections.unmodifiableSequencedMap(levels);
    }

    Mapping mapping() {
        var spelt = new LinkedHashMap<String, Object>();
        levels.forEach((scope, level) -> spelt.put(scope.toString(), level.toString()));
        return Mapping.of(spelt);
    }

    private Permissions with(Scope scope, Level level) {
        var more = new TreeMap<>(levels);
        more.put(scope, level);
        return new Permissions(more);
    }
}
