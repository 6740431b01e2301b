package dev.groundplan.github;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A job that runs steps, one after the other, on a machine of its own.
 *
 * <p>Without a call of {@link #withTimeout} it is stopped after 30 minutes, where GitHub would wait for six hours.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobs">jobs</a>
 */
public final class StepsJob implements Job {

    private static final int MINUTES = 30;
    private static final int MOST_MINUTES = 360;

    private final String id;
    private final Runner runner;
    private List<Job> needs = List.of();
    private List<Event> events = List.of();
    private Optional<Expression> condition = Optional.empty();
    private Optional<String> environment = Optional.empty();
    private Permissions permissions = Permissions.none();
    private Optional<Concurrency> concurrency = Optional.empty();
    private Optional<Matrix> matrix = Optional.empty();
    private int minutes = MINUTES;
    private SequencedMap<String, Text> env = new LinkedHashMap<>();
    private SequencedMap<String, Expression> outputs = new LinkedHashMap<>();
    private List<Service> services = List.of();
    private List<Step> steps = List.of();

    private StepsJob(String id, Runner runner) {
        this.id = id;
        this.runner = runner;
    }

    private StepsJob(StepsJob job) {
        this(job.id, job.runner);
        needs = job.needs;
        events = job.events;
        condition = job.condition;
        environment = job.environment;
        permissions = job.permissions;
        concurrency = job.concurrency;
        matrix = job.matrix;
        minutes = job.minutes;
        env = job.env;
        outputs = job.outputs;
        services = job.services;
        steps = job.steps;
    }

    /** Returns a job without steps, without any permission. */
    public static StepsJob job(String id, Runner runner) {
        Refusal.matching(Input.NAME, id, "id of a job", "write letters, digits, `-` and `_`, as in \"test\".");
        return new StepsJob(id, runner);
    }

    /** Returns this job and more steps. */
    public StepsJob with(Step... more) {
        return with(List.of(more));
    }

    /** Returns this job and more steps. */
    public StepsJob with(List<Step> more) {
        var copy = new StepsJob(this);
        var all = new ArrayList<>(steps);
        all.addAll(more);
        copy.steps = List.copyOf(all);
        return copy;
    }

    /** Returns this job with those before it: it starts when all of them went well. */
    public StepsJob after(Job... jobs) {
        var copy = new StepsJob(this);
        copy.needs = CallJob.plus(needs, jobs);
        return copy;
    }

    /** Returns this job only for these events; renders to {@code if}, and checks know it. */
    public StepsJob onlyOn(Event... only) {
        var copy = new StepsJob(this);
        copy.events = List.of(only);
        return copy;
    }

    /** Returns this job only for runs in which this holds; renders to {@code if}. */
    public StepsJob onlyIf(Expression holds) {
        var copy = new StepsJob(this);
        copy.condition = Optional.of(Conditions.bare(holds));
        return copy;
    }

    /** Returns this job in an environment of the repository, which may ask people first and has secrets of its own. */
    public StepsJob inEnvironment(String name) {
        var copy = new StepsJob(this);
        copy.environment = Optional.of(Refusal.plain(name, "environment"));
        return copy;
    }

    /** Returns this job with these permissions instead of none. */
    public StepsJob withPermissions(Permissions granted) {
        var copy = new StepsJob(this);
        copy.permissions = granted;
        return copy;
    }

    /** Returns this job in a group of which one at a time is at work. */
    public StepsJob withConcurrency(Concurrency group) {
        var copy = new StepsJob(this);
        copy.concurrency = Optional.of(group);
        return copy;
    }

    /** Returns this job once for every combination of values. */
    public StepsJob forEach(Matrix combinations) {
        var copy = new StepsJob(this);
        copy.matrix = Optional.of(combinations);
        return copy;
    }

    /** Returns this job stopped after so many minutes, 1 to 360. */
    public StepsJob withTimeout(int most) {
        if (most < 1 || most > MOST_MINUTES) {
            throw Refusal.of(
                    "%d minutes are no timeout of a job: it must lie between 1 and 360, as in withTimeout(30).", most);
        }
        var copy = new StepsJob(this);
        copy.minutes = most;
        return copy;
    }

    /** Returns this job with an environment variable of all its steps. */
    public StepsJob withEnv(String variable, Text value) {
        var copy = new StepsJob(this);
        copy.env = new LinkedHashMap<>(env);
        copy.env.put(variable, value);
        return copy;
    }

    /** Returns this job with a value for the jobs after it, usually a step's output. */
    public StepsJob withOutput(String name, Expression value) {
        Refusal.matching(
                Input.NAME, name, "name of an output", "write letters, digits, `-` and `_`, as in \"digest\".");
        var copy = new StepsJob(this);
        copy.outputs = new LinkedHashMap<>(outputs);
        copy.outputs.put(name, value);
        return copy;
    }

    /** Returns this job with a container beside its steps. */
    public StepsJob withService(Service service) {
        var copy = new StepsJob(this);
        var all = new ArrayList<>(services);
        all.add(service);
        copy.services = List.copyOf(all);
        return copy;
    }

    /** Returns the machine that it runs on. */
    public Runner runner() {
        return runner;
    }

    /** Returns its steps. */
    public List<Step> steps() {
        return steps;
    }

    /** Returns the environment of the repository that it runs in, where there is one. */
    public Optional<String> environment() {
        return environment;
    }

    /** Returns its group, where it is in one. */
    public Optional<Concurrency> concurrency() {
        return concurrency;
    }

    /** Returns its matrix, where it has one. */
    public Optional<Matrix> matrix() {
        return matrix;
    }

    /** Returns the environment variables of all its steps. */
    public SequencedMap<String, Text> env() {
        return new LinkedHashMap<>(env);
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
        return List.copyOf(outputs.keySet());
    }

    @Override
    public List<Expression> expressions() {
        var all = new ArrayList<Expression>();
        condition.ifPresent(all::add);
        concurrency.ifPresent(group -> all.addAll(group.group().expressions()));
        env.values().forEach(value -> all.addAll(value.expressions()));
        all.addAll(outputs.values());
        steps.forEach(step -> all.addAll(step.expressions()));
        return all;
    }

    @Override
    public Object spelt() {
        var speltServices = new LinkedHashMap<String, Object>();
        services.forEach(service -> speltServices.put(service.name(), service.spelt()));
        return Mapping.empty()
                .with("runs-on", runner.spelt())
                .withAny("needs", needs.stream().map(Job::id).toList())
                .with("if", Conditions.of(events, condition).map(Expression::text))
                .with("environment", environment)
                .with("permissions", permissions.mapping())
                .with("concurrency", concurrency.map(Concurrency::spelt))
                .with("strategy", matrix.map(Matrix::spelt))
                .with("timeout-minutes", minutes)
                .withAny("env", env)
                .withAny("outputs", outputs)
                .withAny("services", speltServices)
                .with("steps", steps.stream().map(Step::spelt).toList());
    }
}
