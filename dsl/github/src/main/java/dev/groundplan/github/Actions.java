package dev.groundplan.github;

import dev.groundplan.files.NearestName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The table of actions that workflows may use: one commit for each name, so that a bump is one line.
 *
 * <p>{@link #standard} holds the actions that Groundplan's own workflows use; {@link #with} adds yours, or puts another
 * commit in the place of one.
 */
public final class Actions {

    private static final String FILE = "actions.txt";

    private final SequencedMap<String, Action> byName;

    private Actions(SequencedMap<String, Action> byName) {
        this.byName = byName;
    }

    /** Returns the table that comes with Groundplan. */
    public static Actions standard() {
        var actions = new LinkedHashMap<String, Action>();
        text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var fields = line.split(" ", -1);
            actions.put(fields[0], new Action(fields[0], fields[1], fields[2]));
        });
        return new Actions(actions);
    }

    /** Returns the action of this name in the table that comes with Groundplan, such as {@code actions/checkout}. */
    public static Action action(String name) {
        return standard().named(name);
    }

    /** Returns this table with one more action, or with another commit for one. */
    public Actions with(Action action) {
        var more = new LinkedHashMap<>(byName);
        more.put(action.name(), action);
        return new Actions(more);
    }

    /**
     * Returns the action of this name.
     *
     * @throws IllegalArgumentException if the table has none
     */
    public Action named(String name) {
        return find(name)
                .orElseThrow(() -> Refusal.of(
                        "The table of actions has no `%s`.%s Pin it: new Action(\"%s\", \"v1.2.3\", \"<commit>\").",
                        name, NearestName.question(name, byName.keySet()), name));
    }

    /** Returns the action of this name, where the table has one. */
    public Optional<Action> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns all actions, in the order of the table. */
    public List<Action> all() {
        return List.copyOf(byName.values());
    }

    private static String text() {
        try (InputStream table = Objects.requireNonNull(Actions.class.getResourceAsStream(FILE), FILE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
