package dev.groundplan.check;

import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.github.CallJob;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds jobs that may ask for an identity or push packages without doing so, and such that do so without being allowed. */
final class PermissionNobodyUses implements WorkflowsCheck {

    private static final String ID = "W04";
    private static final List<String> ATTESTING = List.of("actions/attest", "actions/attest-build-provenance");
    private static final List<String> PUSHING =
            List.of("docker push", "imagetools create", "mvn deploy", "npm publish", "helm push", "oras push");

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                var place = workflows.place(workflow, job);
                switch (job) {
                    case StepsJob steps -> problems.addAll(problems(steps, place));
                    case CallJob call -> problems.addAll(problems(call, place));
                }
            }
        }
        return problems;
    }

    private static List<Problem> problems(StepsJob job, Place place) {
        var problems = new ArrayList<Problem>();
        boolean identified = job.steps().stream().anyMatch(PermissionNobodyUses::asksForIdentity);
        boolean pushing = job.steps().stream().anyMatch(PermissionNobodyUses::pushes);
        boolean mayIdentify = job.permissions().mayWrite(Scope.ID_TOKEN);
        if (mayIdentify && !identified) {
            problems.add(unused(job.id(), Scope.ID_TOKEN, "assumes no role and attests to nothing", place));
        }
        if (identified && !mayIdentify) {
            problems.add(new Problem(
                    ID,
                    "The job `%s` assumes a role or attests to something, and may not ask for the token that this needs."
                            .formatted(job.id()),
                    place,
                    "allow it: .withPermissions(Permissions.readContents().withWrite(Scope.ID_TOKEN))"));
        }
        if (job.permissions().mayWrite(Scope.PACKAGES) && !pushing) {
            problems.add(unused(job.id(), Scope.PACKAGES, "pushes nothing", place));
        }
        return problems;
    }

    private static List<Problem> problems(CallJob job, Place place) {
        var problems = new ArrayList<Problem>();
        for (var scope : List.of(Scope.ID_TOKEN, Scope.PACKAGES)) {
            boolean asked = job.called().jobs().stream()
                    .map(called -> called.permissions())
                    .anyMatch((Permissions permissions) -> permissions.mayWrite(scope));
            if (job.permissions().mayWrite(scope) && !asked) {
                problems.add(unused(job.id(), scope, "calls a workflow that does not ask for it", place));
            }
        }
        return problems;
    }

    private static Problem unused(String job, Scope scope, String does, Place place) {
        return new Problem(
                ID,
                "The job `%s` may `%s: write`, and it %s.".formatted(job, scope, does),
                place,
                "leave that permission out");
    }

    private static boolean asksForIdentity(Step step) {
        return step.inputs().containsKey("role-to-assume") || ATTESTING.stream().anyMatch(step::uses);
    }

    private static boolean pushes(Step step) {
        var inputs = step.inputs();
        return isTrue(inputs.get("push"))
                || isTrue(inputs.get("push-to-registry"))
                || Optional.ofNullable(inputs.get("outputs"))
                        .filter(outputs -> outputs.literal().contains("push=true"))
                        .isPresent()
                || step.script()
                        .filter(script -> PUSHING.stream().anyMatch(script.literal()::contains))
                        .isPresent();
    }

    private static boolean isTrue(@Nullable Text text) {
        return text != null && (!text.isLiteral() || text.literal().equals("true"));
    }
}
