package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.NumberLiteral;
import dev.groundplan.terraform.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds charts that are not told their region or their network, where pods cannot ask the instance that they run on: its
 * answers get no further than one hop.
 */
final class ControllerThatMustGuess implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        if (Clusters.resources(platform, "aws_launch_template").noneMatch(ControllerThatMustGuess::endsAtTheNode)) {
            return List.of();
        }
        var problems = new ArrayList<Problem>();
        for (var installed : InstalledChart.known(platform)) {
            missing(installed).ifPresent(values -> problems.add(problem(installed, values)));
        }
        return problems;
    }

    private static boolean endsAtTheNode(Resource template) {
        return template.body().blocks().getOrDefault("metadata_options", List.of()).stream()
                .anyMatch(options ->
                        options.attributes().get("http_put_response_hop_limit") instanceof NumberLiteral limit
                                && limit.value().compareTo(BigDecimal.ONE) == 0);
    }

    private static Optional<String> missing(InstalledChart installed) {
        var facts = installed.facts().orElseThrow();
        var region = facts.region();
        if (region.isPresent() && RegionValue.of(installed, region.get()).isEmpty()) {
            return Optional.of(region.get().path());
        }
        var network = facts.network();
        return !network.isEmpty()
                        && network.stream().allMatch(path -> installed.at(path).isEmpty())
                ? Optional.of(String.join("` or `", network))
                : Optional.empty();
    }

    private static Problem problem(InstalledChart installed, String values) {
        return new Problem(
                "X20",
                "The %s is not told where it runs, and its pods can't ask: the instance's metadata ends at the node."
                        .formatted(installed.placed().label()),
                installed.placed().from().place(),
                "set the value `%s`".formatted(values));
    }
}
