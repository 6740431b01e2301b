package dev.groundplan.github;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A job that is a workflow of the same repository, called with inputs; renders to {@code jobs.<id>.uses}. */
public final class CallJob implements Job {

    private final String id;
    private final Workflow called;
    private List<Job> needs = List.of();
    private List<Event> events = List.of();
    private Optional<Expression> condition = Optional.empty();
    private Permissions permissions = Permissions.none();
    private SequencedMap<String, Text> inputs = new LinkedHashMap<>();
    private SequencedMap<String, Expression> secrets = new LinkedHashMap<>();

    private CallJob(String id, Workflow called) {
        this.id = id;
        this.called = called;
    }

    private CallJob(CallJob job) {
        this(job.id, job.called);
        needs = job.needs;
        events = job.events;
        condition = job.condition;
        permissions = job.permissions;
        inputs = job.inputs;
        secrets = job.secrets;
    }

    /**
     * Returns a job that calls a workflow, with the permissions that the workflow's own jobs ask for.
     *
     * @throws IllegalArgumentException if the workflow cannot be called, because it has no {@link WorkflowCall}
     */
    public static CallJob call(String id, Workflow workflow) {
        Refusal.matching(Input.NAME, id, "id of a job", "write letters, digits, `-` and `_`, as in \"image\".");
        if (workflow.call().isEmpty()) {
            throw Refusal.of("The workflow `%s` cannot be called: give it the trigger onCall(…).", workflow.file());
        }
        var job = new CallJob(id, workflow);
        job.permissions = workflow.permissionsOfJobs();
        return job;
    }

    /** Returns this job with those before it: it starts when all of them went well. */
    public CallJob after(Job... jobs) {
        var copy = new CallJob(this);
        copy.needs = plus(needs, jobs);
        return copy;
    }

    /** Returns this job only for these events. */
    public CallJob onlyOn(Event... only) {
        var copy = new CallJob(this);
        copy.events = List.of(only);
        return copy;
    }

    /** Returns this job only for runs in which this holds. */
    public CallJob onlyIf(Expression holds) {
        var copy = new CallJob(this);
        copy.condition = Optional.of(Conditions.bare(holds));
        return copy;
    }

    /** Returns this job with a value for an input of the called workflow. */
    public CallJob with(String input, Text value) {
        var copy = new CallJob(this);
        copy.inputs = new LinkedHashMap<>(inputs);
        copy.inputs.put(input, value);
        return copy;
    }

    /** Returns this job with a value for an input of the called workflow. */
    public CallJob with(String input, String value) {
        return with(input, Text.text(value));
    }

    /** Returns this job with a value for an input of the called workflow. */
    public CallJob with(String input, Expression value) {
        return with(input, Text.text(value));
    }

    /** Returns this job with a secret for the called workflow. */
    public CallJob withSecret(String name, Expression value) {
        var copy = new CallJob(this);
        copy.secrets = new LinkedHashMap<>(secrets);
        copy.secrets.put(name, value);
        return copy;
    }

    /** Returns this job with other permissions than the called workflow's jobs ask for: they get no more than these. */
    public CallJob withPermissions(Permissions other) {
        var copy = new CallJob(this);
        copy.permissions = other;
        return copy;
    }

    /** Returns the workflow that it calls. */
    public Workflow called() {
        return called;
    }

    /** Returns the inputs that it gives. */
    public SequencedMap<String, Text> inputs() {
        return Collections.unmodifiableSequencedMap(inputs);
    }

    /** Returns the secrets that it hands over. */
    public SequencedMap<String, Expression> secrets() {
        return Collections.unmodifiableSequencedMap(secrets);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Job> needs() {
        return needs;
    }

    @Override
    public List<Event> events() {
        return events;
    }

    @Override
    public Permissions permissions() {
        return permissions;
    }

    @Override
    public List<String> outputs() {
        return called.call().stream()
                .flatMap(call -> call.outputs().keySet().stream())
                .toList();
    }

    @Override
    public List<Expression> expressions() {
        var all = new ArrayList<Expression>();
        condition.ifPresent(all::add);
        inputs.values().forEach(value -> all.addAll(value.expressions()));
        all.addAll(secrets.values());
        return all;
    }

    @Override
    public Object spelt() {
        return Mapping.empty()
                .withAny("needs", needs.stream().map(Job::id).toList())
                .with("if", Conditions.of(events, condition).map(Expression::text))
                .with("permissions", permissions.mapping())
                .with("uses", "./.github/workflows/" + called.file())
                .withAny("with", inputs)
                .withAny("secrets", secrets);
    }

    static List<Job> plus(List<Job> jobs, Job... more) {
        var all = new ArrayList<>(jobs);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
