package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/**
 * What a plan wants to do with one object.
 *
 * @param address with keys of {@code count} and {@code for_each}, such as {@code aws_subnet.private["a"]}
 * @param actions in order: one, or two for a replacement
 * @param previousAddress where the object was before a {@code moved} block; else the same as {@code address}
 * @param importing the id of the object that is imported; else empty
 */
public record PlannedChange(String address, List<Action> actions, String previousAddress, String importing) {

    /** What Terraform does with an object. */
    public enum Action {
        /** Nothing. */
        NO_OP,
        /** Makes it. */
        CREATE,
        /** Reads a data source while applying. */
        READ,
        /** Changes it in place. */
        UPDATE,
        /** Destroys it. */
        DELETE,
        /** Lets go of it without destroying it. */
        FORGET
    }

    static PlannedChange of(JsonNode node) {
        var address = node.path("address").asText();
        var change = node.path("change");
        return new PlannedChange(
                address,
                change.path("actions").valueStream().map(PlannedChange::action).toList(),
                node.path("previous_address").asText(address),
                change.path("importing").path("id").asText());
    }

    private static Action action(JsonNode action) {
        return Action.valueOf(action.asText().replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Returns whether the only action is this one. */
    public boolean is(Action action) {
        return actions.equals(List.of(action));
    }

    /** Returns the address without keys of {@code count} and {@code for_each}, as it stands in the configuration. */
    public String declaration() {
        return address.replaceAll("\\[(\"(\\\\.|[^\"\\\\])*\"|\\d+)]", "");
    }

    /** Returns whether the object was somewhere else, or outside of the state, before. */
    public boolean comesFromElsewhere() {
        return !previousAddress.equals(address) || !importing.isEmpty();
    }

    /** Returns {@code create aws_vpc.main}. */
    @Override
    public String toString() {
        var verbs = actions.stream()
                .map(action -> action.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return String.join("+", verbs) + " " + address
                + (previousAddress.equals(address) ? "" : " (moved from " + previousAddress + ")")
                + (importing.isEmpty() ? "" : " (imported by id " + importing + ")");
    }
}
