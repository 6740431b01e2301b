package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.terraform.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Finds a Prometheus that is to read what EKS does not show, and rules that miss it for ever. */
final class TargetThatEksHides implements ElementsCheck {

    private static final List<Hidden> HIDDEN = List.of(
            new Hidden("etcd", "kubeEtcd.enabled", "etcd"),
            new Hidden("the scheduler", "kubeScheduler.enabled", "kubeSchedulerAlerting"),
            new Hidden("the controller manager", "kubeControllerManager.enabled", "kubeControllerManager"));

    /** What the chart reads by itself, and the values that switch that and its rules off. */
    private record Hidden(String what, String scrape, String rules) {}

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        boolean isEks = platform.terraform().stream()
                .anyMatch(placed -> placed.element() instanceof Resource resource
                        && resource.address().type().equals("aws_eks_cluster"));
        return isEks
                ? PrometheusRelease.all(platform).stream()
                        .flatMap(release -> HIDDEN.stream().flatMap(hidden -> problems(release, hidden)))
                        .toList()
                : List.of();
    }

    private static Stream<Problem> problems(PrometheusRelease release, Hidden hidden) {
        var rules = "defaultRules.rules." + hidden.rules();
        boolean isWithoutRules = release.isOff(rules) || release.isOff("defaultRules.create");
        return Stream.concat(
                release.isOff(hidden.scrape())
                        ? Stream.empty()
                        : Stream.of(problem(release, hidden.what(), hidden.scrape())),
                isWithoutRules ? Stream.empty() : Stream.of(problem(release, hidden.what(), rules)));
    }

    private static Problem problem(PrometheusRelease release, String what, String value) {
        return new Problem(
                "K37",
                "The %s watches %s, which EKS hides: an alert would fire for ever."
                        .formatted(release.placed().label(), what),
                release.placed().from().place(),
                "switch it off: with(\"%s\", false)".formatted(value));
    }
}
