package dev.groundplan.github;

import dev.groundplan.files.NearestName;
import dev.groundplan.github.Expression.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what in a workflow refers to nothing, or is there twice. */
final class WorkflowProblems {

    private final Workflow workflow;
    private final List<WorkflowProblem> problems = new ArrayList<>();

    private WorkflowProblems(Workflow workflow) {
        this.workflow = workflow;
    }

    static List<WorkflowProblem> of(Workflow workflow) {
        var finder = new WorkflowProblems(workflow);
        finder.startsAndDoesSomething();
        finder.twice();
        workflow.jobs().forEach(finder::job);
        finder.outputs();
        return List.copyOf(finder.problems);
    }

    private void startsAndDoesSomething() {
        if (workflow.triggers().isEmpty()) {
            add("", "Nothing starts it.", "give it a trigger, as in workflow(\"test\", pullRequestTo(\"main\"))");
        }
        if (workflow.jobs().isEmpty()) {
            add("", "It has no job.", "give it one: .with(job(\"test\", UBUNTU).with(…))");
        }
    }

    private void twice() {
        var ids = new TreeSet<String>();
        for (var job : workflow.jobs()) {
            if (!ids.add(job.id())) {
                add(job.id(), "There are two jobs `%s`.".formatted(job.id()), "give one another id");
            }
        }
        var events = new TreeSet<Event>();
        for (var trigger : workflow.triggers()) {
            if (!events.add(trigger.event())) {
                add(
                        "",
                        "There are two triggers `%s`.".formatted(trigger.event()),
                        "put the branches and paths of both into one");
            }
        }
    }

    private void job(Job job) {
        for (var needed : job.needs()) {
            if (!workflow.jobs().contains(needed)) {
                add(
                        job.id(),
                        "It comes after the job `%s`, and the workflow does not have that one.".formatted(needed.id()),
                        "hand the very job to the workflow: .with(%s, %s)".formatted(needed.id(), job.id()));
            }
        }
        for (var reference : references(job.expressions())) {
            reference(job, reference);
        }
        switch (job) {
            case StepsJob steps -> steps(steps);
            case CallJob call -> call(call);
        }
    }

    private void reference(Job job, Reference reference) {
        if (reference.path().size() < 2) {
            return;
        }
        var name = reference.path().get(1);
        switch (reference.context()) {
            case "needs" ->
                known(job, reference, name, job.needs().stream().map(Job::id).toList());
            case "inputs" ->
                known(
                        job,
                        reference,
                        name,
                        workflow.inputs().stream().map(Input::name).toList());
            case "matrix" -> axis(job, reference, name);
            default -> {}
        }
    }

    private void axis(Job job, Reference reference, String axis) {
        var matrix = job instanceof StepsJob steps ? steps.matrix() : Optional.<Matrix>empty();
        if (matrix.filter(axes -> axes.has(axis)).isEmpty()) {
            known(job, reference, axis, List.of());
        }
    }

    private void steps(StepsJob job) {
        if (job.steps().isEmpty()) {
            add(job.id(), "It has no step.", "give it one: .with(run(\"Test\", \"mvn verify\"))");
        }
        var earlier = new ArrayList<String>();
        for (var step : job.steps()) {
            for (var reference : references(step.expressions())) {
                if (reference.context().equals("steps") && reference.path().size() > 1) {
                    known(job, reference, reference.path().get(1), earlier);
                }
            }
            step.id().ifPresent(earlier::add);
        }
    }

    private void call(CallJob job) {
        var call = job.called().call().orElseThrow();
        var inputs = call.inputs().stream().map(Input::name).toList();
        job.inputs().keySet().stream()
                .filter(given -> !inputs.contains(given))
                .forEach(given -> add(
                        job.id(),
                        "It gives the input `%s`, and `%s` has none of that name.%s"
                                .formatted(given, job.called().file(), NearestName.question(given, inputs)),
                        "give one of `" + String.join("`, `", inputs) + "`, or leave it out"));
        call.inputs().stream()
                .filter(input -> input.fallback().isEmpty() && !job.inputs().containsKey(input.name()))
                .forEach(input -> add(
                        job.id(),
                        "It gives no value for the input `%s` of `%s`."
                                .formatted(input.name(), job.called().file()),
                        ".with(\"%s\", …)".formatted(input.name())));
        call.secrets().stream()
                .filter(secret -> !job.secrets().containsKey(secret))
                .forEach(secret -> add(
                        job.id(),
                        "It does not hand over the secret `%s` of `%s`."
                                .formatted(secret, job.called().file()),
                        ".withSecret(\"%s\", secret(\"%s\"))".formatted(secret, secret)));
    }

    private void outputs() {
        workflow.call()
                .ifPresent(
                        call -> references(List.copyOf(call.outputs().values())).forEach(this::output));
    }

    private void output(Reference reference) {
        boolean known = reference.path().size() == 4
                && workflow.jobs().stream()
                        .anyMatch(job -> reference.startsWith("jobs", job.id(), "outputs")
                                && job.outputs().contains(reference.path().getLast()));
        if (!known) {
            add(
                    "",
                    "An output for callers reads `%s`, and no job has it.".formatted(reference),
                    "name a job and one of its outputs, as in expression(\"jobs.image.outputs.digest\")");
        }
    }

    private void known(Job job, Reference reference, String name, List<String> known) {
        if (!name.equals("*") && !known.contains(name)) {
            add(
                    job.id(),
                    "It reads `%s`, and there is no `%s` there.%s"
                            .formatted(reference, name, NearestName.question(name, known)),
                    switch (reference.context()) {
                        case "needs" -> "say that it comes after that job: .after(%s)".formatted(name);
                        case "steps" -> "take it from an earlier step of the job: step.output(\"…\")";
                        case "inputs" -> "give the workflow that input: onCall(input(\"%s\", \"…\"))".formatted(name);
                        default -> "give the job that axis: .forEach(matrix(\"%s\", …))".formatted(name);
                    });
        }
    }

    private static List<Reference> references(List<Expression> expressions) {
        return expressions.stream()
                .flatMap(expression -> expression.references().stream())
                .distinct()
                .toList();
    }

    private void add(String job, String what, String mend) {
        problems.add(new WorkflowProblem(job, what, mend));
    }
}
