package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Text;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TerraformSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds jobs that set up a Terraform which the root modules do not accept, or which lacks what they use. */
final class TerraformTooOld implements WorkflowsCheck {

    private static final String SETUP = "hashicorp/setup-terraform";

    /** What a root module needs of Terraform, and why. */
    private record Demand(String constraint, String because) {}

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var demands = workflows.platforms().values().stream()
                .flatMap(TerraformTooOld::demands)
                .distinct()
                .toList();
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps) {
                    steps.steps().stream()
                            .filter(step -> step.uses(SETUP))
                            .flatMap(step -> faults(step, demands))
                            .map(fault -> new Problem(
                                    "W08",
                                    "The job `%s` %s.".formatted(job.id(), fault),
                                    workflows.place(workflow, job),
                                    "name a version that will do: .with(\"terraform_version\", \"1.15.9\")"))
                            .forEach(problems::add);
                }
            }
        }
        return problems;
    }

    private static Stream<String> faults(Step step, List<Demand> demands) {
        var version = Optional.ofNullable(step.inputs().get("terraform_version"))
                .filter(Text::isLiteral)
                .map(Text::literal);
        if (version.isEmpty() || !version.get().matches("[0-9]+(\\.[0-9]+){0,2}")) {
            return Stream.of("sets up whichever Terraform is newest");
        }
        return demands.stream()
                .filter(demand -> !TerraformVersions.allows(demand.constraint(), version.get()))
                .map(demand -> "sets up Terraform %s, and %s".formatted(version.get(), demand.because()));
    }

    private static Stream<Demand> demands(ExpandedPlatform platform) {
        return platform.terraform().stream().flatMap(TerraformTooOld::demands);
    }

    private static Stream<Demand> demands(PlacedTerraform placed) {
        return switch (placed.element()) {
            case TerraformSettings settings ->
                settings.requiredVersion().stream()
                        .map(version -> new Demand(
                                version.text(),
                                "the root module `%s` requires `%s`".formatted(placed.root(), version.text())));
            case EphemeralResource ephemeral ->
                Stream.of(new Demand(
                        ">= 1.10", "`%s` is ephemeral, which came with 1.10".formatted(ephemeral.address())));
            case Resource resource ->
                resource.body().attributes().keySet().stream()
                        .filter(attribute -> attribute.endsWith("_wo"))
                        .map(attribute -> new Demand(
                                ">= 1.11",
                                "`%s` of `%s` is write-only, which came with 1.11"
                                        .formatted(attribute, resource.address())));
            default -> Stream.empty();
        };
    }
}
