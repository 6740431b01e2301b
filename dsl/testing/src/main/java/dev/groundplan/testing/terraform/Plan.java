package dev.groundplan.testing.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;

/**
 * What Terraform would do.
 *
 * @param diagnostics what it has to say
 * @param changes of objects, in the order of Terraform's plan; also those that do nothing
 * @param complete whether there is a plan at all; there is none after an error
 * @param empty whether there is nothing to do, outputs included
 * @param json the plan as {@code terraform show -json} prints it; missing if there is none
 * @see <a href="https://developer.hashicorp.com/terraform/internals/json-format">the format</a>
 */
public record Plan(
        List<Diagnostic> diagnostics, List<PlannedChange> changes, boolean complete, boolean empty, JsonNode json) {

    static Plan failed(List<Diagnostic> diagnostics) {
        return new Plan(diagnostics, List.of(), false, false, MissingNode.getInstance());
    }

    static Plan of(List<Diagnostic> diagnostics, boolean empty, JsonNode json) {
        var changes = json.path("resource_changes")
                .valueStream()
                .map(PlannedChange::of)
                .toList();
        return new Plan(diagnostics, changes, true, empty, json);
    }

    /** Returns the outputs whose values change, by name. */
    public List<String> changedOutputs() {
        return json.path("output_changes")
                .propertyStream()
                .filter(output -> !output.getValue().at("/actions/0").asText().equals("no-op"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the changes that do something. */
    public List<PlannedChange> effects() {
        return changes.stream()
                .filter(change -> !change.is(PlannedChange.Action.NO_OP))
                .toList();
    }
}
