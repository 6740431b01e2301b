package dev.groundplan.github;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Lets other workflows call this one as a job; renders to {@code on.workflow_call}.
 *
 * <p>It takes nothing of its callers but what is named here: no secret is inherited.
 */
public final class WorkflowCall implements Trigger {

    private final List<Input> inputs;
    private final List<String> secrets;
    private final SequencedMap<String, Expression> outputs;

    private WorkflowCall(List<Input> inputs, List<String> secrets, SequencedMap<String, Expression> outputs) {
        this.inputs = List.copyOf(inputs);
        this.secrets = List.copyOf(secrets);
        this.outputs = Collections.unmodifiableSequencedMap(outputs);
    }

    /** Returns the trigger for being called with these inputs. */
    public static WorkflowCall onCall(Input... inputs) {
        return new WorkflowCall(List.of(inputs), List.of(), new LinkedHashMap<>());
    }

    /** Returns this with a secret that the caller must hand over. */
    public WorkflowCall withSecret(String name) {
        var more = new ArrayList<>(secrets);
        more.add(Refusal.matching(
                Input.NAME, name, "name of a secret", "write letters, digits and `_`, as in \"DEPLOY_KEY\"."));
        return new WorkflowCall(inputs, more, outputs);
    }

    /**
     * Returns this with a value that the caller gets.
     *
     * @param value where it comes from, such as {@code jobs.image.outputs.digest}
     */
    public WorkflowCall withOutput(String name, Expression value) {
        var more = new LinkedHashMap<>(outputs);
        more.put(
                Refusal.matching(
                        Input.NAME, name, "name of an output", "write letters, digits, `-` and `_`, as in \"digest\"."),
                value);
        return new WorkflowCall(inputs, secrets, more);
    }

    /** Returns what callers give. */
    public List<Input> inputs() {
        return inputs;
    }

    /** Returns the names of the secrets that callers hand over. */
    public List<String> secrets() {
        return secrets;
    }

    /** Returns what callers get, by name. */
    public SequencedMap<String, Expression> outputs() {
        return outputs;
    }

    @Override
    public Event event() {
        return Event.WORKFLOW_CALL;
    }

    @Override
    public Object spelt() {
        var speltSecrets = new LinkedHashMap<String, Object>();
        secrets.forEach(secret -> speltSecrets.put(secret, Mapping.empty().with("required", true)));
        var speltOutputs = new LinkedHashMap<String, Object>();
        outputs.forEach((name, value) -> speltOutputs.put(name, Mapping.empty().with("value", value)));
        return Mapping.empty()
                .withAny("inputs", WorkflowDispatch.byName(inputs))
                .withAny("outputs", speltOutputs)
                .withAny("secrets", speltSecrets);
    }
}
