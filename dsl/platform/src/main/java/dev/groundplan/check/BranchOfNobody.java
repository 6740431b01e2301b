package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.github.PullRequest;
import dev.groundplan.github.Push;
import dev.groundplan.github.Trigger;
import dev.groundplan.kubernetes.flux.FluxInstance;
import dev.groundplan.kubernetes.flux.GitRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds workflows and Flux sources that name another branch of the repository than its default one. */
final class BranchOfNobody implements WorkflowsCheck {

    private static final String ID = "W10";
    private static final String HEADS = "refs/heads/";

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var branch = workflows.workflows().home().defaultBranch();
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            workflow.triggers().stream()
                    .flatMap(trigger -> branches(trigger).stream())
                    .distinct()
                    .filter(named -> named.matches("[A-Za-z0-9._/-]+") && !named.equals(branch))
                    .map(named -> new Problem(
                            ID,
                            "`%s` starts on the branch `%s`, and everything is released from `%s`."
                                    .formatted(workflow.file(), named, branch),
                            workflows.place(workflow),
                            "take it from the repository: repository.defaultBranch()"))
                    .forEach(problems::add);
        }
        workflows.platforms().values().forEach(platform -> problems.addAll(ofFlux(platform, workflows)));
        return problems.stream().distinct().toList();
    }

    private static List<String> branches(Trigger trigger) {
        return switch (trigger) {
            case Push push -> push.branches();
            case PullRequest request -> request.branches();
            default -> List.of();
        };
    }

    private static List<Problem> ofFlux(ExpandedPlatform platform, ExpandedWorkflows workflows) {
        var home = workflows.workflows().home();
        var path = Subjects.withoutNumbers(home.subject()).substring("repo:".length());
        return platform.kubernetes().stream()
                .flatMap(placed -> source(placed)
                        .filter(source -> source.url().contains("github.com/" + path)
                                || source.url().contains("github.com:" + path))
                        .filter(source -> !source.branch().equals(home.defaultBranch()))
                        .map(source -> new Problem(
                                ID,
                                "The %s follows the branch `%s` of `%s`, and everything is released from `%s`."
                                        .formatted(placed.label(), source.branch(), path, home.defaultBranch()),
                                placed.from().place(),
                                "take it from the repository: repository.defaultBranch()"))
                        .stream())
                .toList();
    }

    private record Source(String url, String branch) {}

    private static Optional<Source> source(PlacedObject placed) {
        if (placed.object() instanceof GitRepository repository
                && repository.getSpec() != null
                && repository.getSpec().getRef() != null
                && repository.getSpec().getRef().getBranch() != null) {
            return Optional.of(new Source(
                    repository.getSpec().getUrl(), repository.getSpec().getRef().getBranch()));
        }
        if (placed.object() instanceof FluxInstance instance
                && instance.getSpec() != null
                && instance.getSpec().getSync() != null
                && instance.getSpec().getSync().getRef().startsWith(HEADS)) {
            var sync = instance.getSpec().getSync();
            return Optional.of(new Source(sync.getUrl(), sync.getRef().substring(HEADS.length())));
        }
        return Optional.empty();
    }
}
