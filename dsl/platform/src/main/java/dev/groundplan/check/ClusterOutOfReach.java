package dev.groundplan.check;

import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Root;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.terraform.BoolLiteral;
import dev.groundplan.terraform.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds jobs on machines of GitHub's that ask a cluster's API server which only its own network reaches. */
final class ClusterOutOfReach implements WorkflowsCheck {

    /** A plan that does not refresh asks nobody. */
    private static final Pattern ASKS =
            Pattern.compile("\\bterraform (apply|destroy|plan)\\b(?![^\\n]*-refresh=false)");

    private static final List<String> OF_THE_CLUSTER = List.of("kubernetes", "helm");

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps && steps.runner().isOfGitHub()) {
                    unreachable(workflows, steps)
                            .map(root -> problem(steps, root, workflows.place(workflow, job)))
                            .findFirst()
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private static Stream<String> unreachable(ExpandedWorkflows workflows, StepsJob job) {
        return workflows.platforms().entrySet().stream()
                .filter(platform -> isPrivate(platform.getValue()))
                .flatMap(platform -> roots(platform.getKey(), platform.getValue()))
                .filter(root -> job.steps().stream().anyMatch(step -> asks(step, root)));
    }

    /** The root modules that talk to the cluster, as a path of the repository ends. */
    private static Stream<String> roots(Environment environment, ExpandedPlatform platform) {
        return platform.terraform().stream()
                .filter(placed ->
                        placed.provider().filter(OF_THE_CLUSTER::contains).isPresent())
                .map(PlacedTerraform::root)
                .distinct()
                .map((Root root) -> environment + "/terraform/" + root);
    }

    private static boolean asks(Step step, String root) {
        return step.directory().filter(directory -> directory.endsWith(root)).isPresent()
                && step.script()
                        .filter(script -> ASKS.matcher(script.literal()).find())
                        .isPresent();
    }

    private static boolean isPrivate(ExpandedPlatform platform) {
        return platform.terraform().stream()
                .map(PlacedTerraform::element)
                .filter(element -> element.address().type().equals("aws_eks_cluster"))
                .filter(Resource.class::isInstance)
                .flatMap(cluster -> ((Resource) cluster).body().blocks().getOrDefault("vpc_config", List.of()).stream())
                .anyMatch(network -> network.attributes().get("endpoint_public_access") instanceof BoolLiteral access
                        && !access.value());
    }

    private static Problem problem(StepsJob job, String root, Place place) {
        return new Problem(
                "W13",
                "The job `%s` runs on a machine of GitHub's, and the root module `%s` asks the cluster's API server, which only its own network reaches."
                        .formatted(job.id(), root),
                place,
                "run it inside that network, as in terraformWorkflow(…).onRunner(runner(\"self-hosted\", \"linux\")), or let that machine in: cluster.withPublicEndpointFor(cidr(\"…\"))");
    }
}
