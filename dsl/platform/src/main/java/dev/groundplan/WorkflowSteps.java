package dev.groundplan;

import dev.groundplan.check.InvalidPlatformException;
import dev.groundplan.check.Problem;
import dev.groundplan.check.WorkflowChecks;
import dev.groundplan.check.WorkflowsCheck;
import dev.groundplan.describe.DescriptionFailedException;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.describe.WorkflowDescription;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.github.WorkflowText;
import dev.groundplan.github.Workflows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Describes the workflows from all platforms, checks them and renders them. */
record WorkflowSteps(Optional<Described> described, WorkflowChecks checks) {

    record Described(WorkflowDescription by, SourceLine line) {}

    static WorkflowSteps none() {
        return new WorkflowSteps(Optional.empty(), WorkflowChecks.all());
    }

    WorkflowSteps describedBy(WorkflowDescription description, SourceLine line) {
        return new WorkflowSteps(Optional.of(new Described(description, line)), checks);
    }

    WorkflowSteps with(WorkflowsCheck check) {
        return new WorkflowSteps(described, checks.with(check));
    }

    boolean areDescribed() {
        return described.isPresent();
    }

    FileTree render(Header header, SequencedMap<Environment, ExpandedPlatform> platforms) {
        if (described.isEmpty()) {
            return FileTree.empty();
        }
        var workflows = describe(described.get().by(), platforms);
        check(new ExpandedWorkflows(workflows, platforms, described.get().line()));
        return WorkflowText.files(header, workflows);
    }

    private static Workflows describe(
            WorkflowDescription description, SequencedMap<Environment, ExpandedPlatform> platforms) {
        try {
            return description.describe(
                    platforms.values().stream().map(ExpandedPlatform::stage).toList());
        } catch (Exception | StackOverflowError | AssertionError thrown) {
            throw new DescriptionFailedException(thrown);
        }
    }

    /** A workflow serves every environment, so its problems are problems of all of them. */
    private void check(ExpandedWorkflows workflows) {
        var found = checks.find(workflows);
        var problems = new LinkedHashMap<Environment, List<Problem>>();
        workflows.platforms().keySet().forEach(environment -> problems.put(environment, found));
        InvalidPlatformException.throwIfAny(problems);
    }
}
