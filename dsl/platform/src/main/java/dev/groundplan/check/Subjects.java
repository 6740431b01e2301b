package dev.groundplan.check;

import dev.groundplan.github.CallJob;
import dev.groundplan.github.Job;
import dev.groundplan.github.Push;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Trigger;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowCall;
import dev.groundplan.github.Workflows;
import java.util.List;
import java.util.stream.Stream;

/** The subjects that the tokens of a job can have, by what starts it. */
final class Subjects {

    private Subjects() {}

    static List<String> of(Workflows workflows, Workflow workflow, StepsJob job) {
        if (job.environment().isPresent()) {
            return List.of(workflows.home().ofEnvironment(job.environment().get()));
        }
        return triggers(workflows, workflow, job, 0)
                .flatMap(trigger -> of(workflows, trigger))
                .distinct()
                .toList();
    }

    static String withoutNumbers(String subject) {
        return subject.replaceAll("@[0-9]+", "");
    }

    /** A called workflow runs for what started its callers; a ring of calls ends where GitHub ends it, at ten. */
    private static Stream<Trigger> triggers(Workflows workflows, Workflow workflow, Job job, int depth) {
        return workflow.triggers().stream()
                .flatMap(trigger -> trigger instanceof WorkflowCall && depth < 10
                        ? callers(workflows, workflow, depth)
                        : Stream.of(trigger))
                .filter(trigger -> job.events().isEmpty() || job.events().contains(trigger.event()));
    }

    private static Stream<Trigger> callers(Workflows workflows, Workflow called, int depth) {
        return workflows.all().stream()
                .flatMap(workflow -> workflow.jobs().stream()
                        .filter(job -> job instanceof CallJob call
                                && call.called().file().equals(called.file()))
                        .flatMap(job -> triggers(workflows, workflow, job, depth + 1)));
    }

    private static Stream<String> of(Workflows workflows, Trigger trigger) {
        var home = workflows.home();
        return switch (trigger.event()) {
            case PULL_REQUEST -> Stream.of(home.ofPullRequest());
            case SCHEDULE, WORKFLOW_DISPATCH -> Stream.of(home.ofDefaultBranch());
            case PUSH -> ofPush(home.subject(), (Push) trigger);
            case RELEASE -> Stream.of(home.subject() + ":ref:refs/tags/*");
            case WORKFLOW_CALL -> Stream.empty();
        };
    }

    private static Stream<String> ofPush(String home, Push push) {
        return Stream.concat(
                push.branches().stream().map(branch -> home + ":ref:refs/heads/" + branch),
                push.tags().stream().map(tag -> home + ":ref:refs/tags/" + tag));
    }
}
