package dev.groundplan.github;

import dev.groundplan.files.CommentedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One step of a job: a script, or an action with its inputs.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsteps">steps</a>
 */
public final class Step {

    private final String name;
    private final Does does;
    private Optional<String> id = Optional.empty();
    private Optional<Expression> condition = Optional.empty();
    private SequencedMap<String, Text> env = new LinkedHashMap<>();
    private SequencedMap<String, Text> inputs = new LinkedHashMap<>();
    private Optional<String> directory = Optional.empty();
    private Optional<Shell> shell = Optional.empty();

    private Step(String name, Does does) {
        this.name = Refusal.plain(name, "name of a step");
        this.does = does;
    }

    private Step(Step step) {
        this(step.name, step.does);
        id = step.id;
        condition = step.condition;
        env = step.env;
        inputs = step.inputs;
        directory = step.directory;
        shell = step.shell;
    }

    private sealed interface Does {}

    private record Runs(Text script) implements Does {}

    private record Uses(Action action) implements Does {}

    /**
     * Returns a step that runs a script in bash, stopping at the first failure.
     *
     * @param name what it does, for people
     * @param script literal, on one line or several
     */
    public static Step run(String name, String script) {
        return run(name, Text.text(script));
    }

    /**
     * Returns a step that runs a script in bash, stopping at the first failure.
     *
     * <p>Refused are expressions whose value somebody outside may choose (the title of a pull request, the name of its
     * branch, an input): inside a script it would be code. {@link #withEnv} hands it over as a value.
     *
     * @param name what it does, for people
     */
    public static Step run(String name, Text script) {
        for (var expression : script.expressions()) {
            Untrusted.in(expression).ifPresent(read -> {
                throw Refusal.of(
                        "The script of the step `%s` holds `%s`, and whoever chooses its value would write code there: put it into env,"
                                + " as in withEnv(\"VALUE\", text(expression(\"%s\"))), and read \"$VALUE\".",
                        name, read, expression.text());
            });
        }
        return new Step(name, new Runs(script));
    }

    /**
     * Returns a step that uses a published action.
     *
     * @param name what it does, for people
     */
    public static Step use(String name, Action action) {
        return new Step(name, new Uses(action));
    }

    /** Returns this step with an id, by which later steps read its outputs. */
    public Step withId(String stepId) {
        var copy = new Step(this);
        copy.id = Optional.of(Refusal.matching(
                Input.NAME, stepId, "id of a step", "write letters, digits, `-` and `_`, as in \"plan\"."));
        return copy;
    }

    /** Returns this step only for runs in which this holds; renders to {@code if}. */
    public Step onlyIf(Expression holds) {
        var copy = new Step(this);
        copy.condition = Optional.of(Conditions.bare(holds));
        return copy;
    }

    /** Returns this step with an environment variable. */
    public Step withEnv(String variable, Text value) {
        var copy = new Step(this);
        copy.env = plus(env, variable, value);
        return copy;
    }

    /** Returns this step with an environment variable. */
    public Step withEnv(String variable, String value) {
        return withEnv(variable, Text.text(value));
    }

    /** Returns this step with an environment variable that an expression gives. */
    public Step withEnv(String variable, Expression value) {
        return withEnv(variable, Text.text(value));
    }

    /** Returns this step with an input of its action; a script has none, and is refused. */
    public Step with(String input, Text value) {
        if (does instanceof Runs) {
            throw Refusal.of(
                    "The step `%s` runs a script, and a script has no inputs: give it `%s` by withEnv.", name, input);
        }
        var copy = new Step(this);
        copy.inputs = plus(inputs, input, value);
        return copy;
    }

    /** Returns this step with an input of its action; a script has none, and is refused. */
    public Step with(String input, String value) {
        return with(input, Text.text(value));
    }

    /** Returns this step with an input of its action that an expression gives. */
    public Step with(String input, Expression value) {
        return with(input, Text.text(value));
    }

    /** Returns this step with its script run in a directory of the checkout; an action is refused. */
    public Step in(String path) {
        refuseAction("in(\"" + path + "\")");
        var copy = new Step(this);
        copy.directory = Optional.of(Refusal.plain(path, "directory"));
        return copy;
    }

    /** Returns this step with its script run by another shell than the workflow's; an action is refused. */
    public Step withShell(Shell other) {
        refuseAction("withShell(" + other.name() + ")");
        var copy = new Step(this);
        copy.shell = Optional.of(other);
        return copy;
    }

    /**
     * Returns an output of this step, for later steps and for the job's outputs.
     *
     * @throws IllegalArgumentException if the step has no id
     */
    public Expression output(String output) {
        return Expression.expression("steps."
                + id.orElseThrow(() -> Refusal.of(
                        "The step `%s` has no id, and nothing can read its output `%s`: give it one by withId(\"…\").",
                        name, output))
                + ".outputs." + output);
    }

    /** Returns what it does, for people. */
    public String name() {
        return name;
    }

    /** Returns its id, where it has one. */
    public Optional<String> id() {
        return id;
    }

    /** Returns the action, where it uses one. */
    public Optional<Action> action() {
        return does instanceof Uses(var action) ? Optional.of(action) : Optional.empty();
    }

    /** Returns whether it uses the action of this name, at whatever commit. */
    public boolean uses(String action) {
        return action().filter(used -> used.name().equals(action)).isPresent();
    }

    /** Returns the directory that its script runs in, from the root of the repository, where it is another than that. */
    public Optional<String> directory() {
        return directory;
    }

    /** Returns the script, where it runs one. */
    public Optional<Text> script() {
        return does instanceof Runs(var script) ? Optional.of(script) : Optional.empty();
    }

    /** Returns the inputs of its action. */
    public SequencedMap<String, Text> inputs() {
        return Collections.unmodifiableSequencedMap(inputs);
    }

    /** Returns its environment variables. */
    public SequencedMap<String, Text> env() {
        return Collections.unmodifiableSequencedMap(env);
    }

    /** Returns every expression that it holds, in the order in which a workflow spells them. */
    public List<Expression> expressions() {
        var all = new ArrayList<Expression>();
        condition.ifPresent(all::add);
        inputs.values().forEach(value -> all.addAll(value.expressions()));
        env.values().forEach(value -> all.addAll(value.expressions()));
        script().ifPresent(script -> all.addAll(script.expressions()));
        return all;
    }

    Mapping spelt() {
        return Mapping.empty()
                .with("name", name)
                .with("id", id)
                .with("if", condition.map(Expression::text))
                .with("uses", action().map(action -> new CommentedText(action.reference(), action.version())))
                .withAny("with", inputs)
                .withAny("env", env)
                .with("working-directory", directory)
                .with("shell", shell)
                .with("run", script());
    }

    private void refuseAction(String call) {
        if (does instanceof Uses(var action)) {
            throw Refusal.of(
                    "The step `%s` uses the action `%s`, and only a script has %s: leave it out.",
                    name, action.name(), call);
        }
    }

    private static SequencedMap<String, Text> plus(SequencedMap<String, Text> map, String key, Text value) {
        var more = new LinkedHashMap<>(map);
        more.put(key, value);
        return more;
    }
}
