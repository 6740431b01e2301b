package dev.groundplan.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * A workflow of GitHub Actions: what starts it, and its jobs. Renders to {@code .github/workflows/<name>.yml}.
 *
 * <p>Its token may do nothing but what a job asks for ({@code permissions: {}}), and scripts run in bash that stops at the
 * first failure.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax">Workflow syntax</a>
 */
public final class Workflow implements WorkflowSource {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String name;
    private List<Trigger> triggers = List.of();
    private Optional<Concurrency> concurrency = Optional.empty();
    private LinkedHashMap<String, Text> env = new LinkedHashMap<>();
    private List<Job> jobs = List.of();

    private Workflow(String name) {
        this.name = name;
    }

    private Workflow(Workflow workflow) {
        this(workflow.name);
        triggers = workflow.triggers;
        concurrency = workflow.concurrency;
        env = workflow.env;
        jobs = workflow.jobs;
    }

    /**
     * Returns a workflow without jobs.
     *
     * @param name lower-case letters, digits and hyphens: its file's name without {@code .yml}
     */
    public static Workflow workflow(String name, Trigger... triggers) {
        Refusal.matching(
                NAME, name, "name of a workflow", "write lower-case letters, digits and hyphens, as in \"terraform\".");
        var workflow = new Workflow(name);
        workflow.triggers = List.of(triggers);
        return workflow;
    }

    /** Returns this workflow and more jobs. */
    public Workflow with(Job... more) {
        return with(List.of(more));
    }

    /** Returns this workflow and more jobs. */
    public Workflow with(List<? extends Job> more) {
        var all = new ArrayList<>(jobs);
        all.addAll(more);
        var copy = new Workflow(this);
        copy.jobs = List.copyOf(all);
        return copy;
    }

    /** Returns this workflow with one more thing that starts it. */
    public Workflow startedBy(Trigger trigger) {
        var all = new ArrayList<>(triggers);
        all.add(trigger);
        var copy = new Workflow(this);
        copy.triggers = List.copyOf(all);
        return copy;
    }

    /** Returns this workflow in a group of which one run at a time is at work. */
    public Workflow withConcurrency(Concurrency group) {
        var copy = new Workflow(this);
        copy.concurrency = Optional.of(group);
        return copy;
    }

    /** Returns this workflow with an environment variable of all its jobs. */
    public Workflow withEnv(String variable, Text value) {
        var copy = new Workflow(this);
        copy.env = new LinkedHashMap<>(env);
        copy.env.put(variable, value);
        return copy;
    }

    /** Returns what it is called. */
    public String name() {
        return name;
    }

    /** Returns the name of its file, such as {@code terraform.yml}. */
    public String file() {
        return name + ".yml";
    }

    /** Returns what starts it. */
    public List<Trigger> triggers() {
        return triggers;
    }

    /** Returns its jobs. */
    public List<Job> jobs() {
        return jobs;
    }

    /** Returns its group, where it is in one. */
    public Optional<Concurrency> concurrency() {
        return concurrency;
    }

    /** Returns the environment variables of all its jobs. */
    public SequencedMap<String, Text> env() {
        return new LinkedHashMap<>(env);
    }

    /** Returns how it is called, where it can be. */
    public Optional<WorkflowCall> call() {
        return triggers.stream()
                .filter(WorkflowCall.class::isInstance)
                .map(WorkflowCall.class::cast)
                .findFirst();
    }

    /** Returns the inputs of all its triggers. */
    public List<Input> inputs() {
        var inputs = new ArrayList<Input>();
        for (var trigger : triggers) {
            if (trigger instanceof WorkflowCall call) {
                inputs.addAll(call.inputs());
            } else if (trigger instanceof WorkflowDispatch dispatch) {
                inputs.addAll(dispatch.inputs());
            }
        }
        return inputs;
    }

    /** Returns what refers to nothing inside it, or is there twice; empty if GitHub can run it. */
    public List<WorkflowProblem> problems() {
        return WorkflowProblems.of(this);
    }

    @Override
    public Workflow workflow() {
        return this;
    }

    /** All that any of its jobs may do: what a caller's job must be allowed. */
    Permissions permissionsOfJobs() {
        var all = Permissions.none();
        for (var job : jobs) {
            for (var entry : job.permissions().levels().entrySet()) {
                var write = entry.getValue() == Level.WRITE || all.mayWrite(entry.getKey());
                all = write ? all.withWrite(entry.getKey()) : all.withRead(entry.getKey());
            }
        }
        return all;
    }

    Mapping spelt() {
        var on = new LinkedHashMap<String, Object>();
        triggers.forEach(trigger -> on.put(trigger.event().toString(), trigger.spelt()));
        var speltJobs = new LinkedHashMap<String, Object>();
        jobs.forEach(job -> speltJobs.put(job.id(), job.spelt()));
        return Mapping.empty()
                .with("name", name)
                .with("on", Mapping.of(on))
                .with("permissions", Mapping.empty())
                .with("concurrency", concurrency.map(Concurrency::spelt))
                .withAny("env", env)
                .with("defaults", Mapping.empty().with("run", Mapping.empty().with("shell", Shell.BASH)))
                .with("jobs", Mapping.of(speltJobs));
    }
}
