package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds names that two Ingresses serve, unless both are of one group and share its load balancer. */
final class HostOfTwoIngresses implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var firsts = new LinkedHashMap<String, IngressHost>();
        var problems = new ArrayList<Problem>();
        IngressHost.all(platform).forEach(host -> {
            var first = firsts.putIfAbsent(host.host(), host);
            if (first != null && !shareBalancer(first, host)) {
                problems.add(problem(first, host));
            }
        });
        return problems;
    }

    private static boolean shareBalancer(IngressHost one, IngressHost other) {
        return one.annotation("group.name").isPresent()
                && one.annotation("group.name").equals(other.annotation("group.name"));
    }

    private static Problem problem(IngressHost first, IngressHost second) {
        return new Problem(
                "K29",
                "The %s serves `%s`, which the %s serves already, from %s."
                        .formatted(
                                second.placed().label(),
                                second.host(),
                                first.placed().label(),
                                first.place()),
                second.place(),
                "give one of them another name, or let both share a load balancer with the annotation"
                        + " `alb.ingress.kubernetes.io/group.name`");
    }
}
