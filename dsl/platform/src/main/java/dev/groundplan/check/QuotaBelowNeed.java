package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.ArrayList;
import java.util.List;

/** Finds quotas that the pods of their namespace exceed when all of them are there and roll out. */
final class QuotaBelowNeed implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var problems = new ArrayList<Problem>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof ResourceQuota quota && quota.getSpec() != null) {
                problems.addAll(problems(placed, quota, platform));
            }
        }
        return problems;
    }

    private static List<Problem> problems(PlacedObject placed, ResourceQuota quota, ExpandedPlatform platform) {
        var pods = Pods.all(platform).stream()
                .filter(each -> each.namespace().equals(Pods.namespace(quota)))
                .toList();
        var requests = new Amounts(0, 0);
        var limits = new Amounts(0, 0);
        long count = 0;
        for (var each : pods) {
            requests = requests.plus(Amounts.requests(each.template()).times(each.worst()));
            limits = limits.plus(Amounts.limits(each.template()).times(each.worst()));
            count += each.worst();
        }
        var problems = new ArrayList<Problem>();
        for (var hard : quota.getSpec().getHard().entrySet()) {
            long needed = needed(hard.getKey(), requests, limits, count);
            long allowed = allowed(hard.getKey(), hard.getValue());
            if (needed > allowed) {
                problems.add(problem(placed, hard.getKey(), allowed, needed));
            }
        }
        return problems;
    }

    private static long needed(String resource, Amounts requests, Amounts limits, long pods) {
        return switch (resource) {
            case "cpu", "requests.cpu" -> requests.millicores();
            case "memory", "requests.memory" -> requests.mebibytes();
            case "limits.cpu" -> limits.millicores();
            case "limits.memory" -> limits.mebibytes();
            case "pods", "count/pods" -> pods;
            default -> 0;
        };
    }

    private static long allowed(String resource, Quantity quantity) {
        if (resource.endsWith("cpu")) {
            return Amounts.millicores(quantity);
        }
        return resource.endsWith("memory")
                ? Amounts.mebibytes(quantity)
                : quantity.getNumericalAmount().longValue();
    }

    private static String unit(String resource) {
        if (resource.endsWith("cpu")) {
            return "m";
        }
        return resource.endsWith("memory") ? "Mi" : "";
    }

    private static Problem problem(PlacedObject placed, String resource, long allowed, long needed) {
        return new Problem(
                "K15",
                "The %s allows %s%s of `%s`, and the pods of its namespace need up to %s%s, rollouts included."
                        .formatted(placed.label(), allowed, unit(resource), resource, needed, unit(resource)),
                placed.from().place(),
                "raise the quota to what the pods need at most, or lower their number or what they are promised");
    }
}
