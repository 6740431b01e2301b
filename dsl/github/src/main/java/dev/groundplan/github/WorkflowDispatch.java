package dev.groundplan.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Starts a workflow when a person or a program asks for it; renders to {@code on.workflow_dispatch}.
 *
 * @param inputs what is asked of whoever starts it
 */
public record WorkflowDispatch(List<Input> inputs) implements Trigger {

    /** Keeps a copy of the list. */
    public WorkflowDispatch {
        inputs = List.copyOf(inputs);
    }

    /** Returns the trigger for being asked, with these inputs. */
    public static WorkflowDispatch onRequest(Input... inputs) {
        return new WorkflowDispatch(List.of(inputs));
    }

    @Override
    public Event event() {
        return Event.WORKFLOW_DISPATCH;
    }

    @Override
    public Object spelt() {
        return Mapping.empty().withAny("inputs", byName(inputs));
    }

    static SequencedMap<String, Object> byName(List<Input> inputs) {
        var spelt = new LinkedHashMap<String, Object>();
        inputs.forEach(input -> spelt.put(input.name(), input.spelt()));
        return spelt;
    }
}
