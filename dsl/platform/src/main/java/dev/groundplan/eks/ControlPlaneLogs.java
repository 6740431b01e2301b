package dev.groundplan.eks;

import dev.groundplan.values.Days;
import java.util.List;
import java.util.stream.Stream;

/** What of the control plane is logged, and for how long it is kept. */
record ControlPlaneLogs(Days retention, List<ControlPlaneLog> kinds) {

    /** The times that CloudWatch offers. */
    private static final List<Integer> RETENTIONS = List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653);

    static final ControlPlaneLogs DEFAULT = of(new Days(90));

    static ControlPlaneLogs of(Days retention, ControlPlaneLog... kinds) {
        refuseRetention(retention);
        return new ControlPlaneLogs(retention, List.of(kinds.length == 0 ? ControlPlaneLog.values() : kinds));
    }

    /** The kinds as EKS calls them, each once, in an order that does not hang on the description's. */
    List<String> types() {
        return Stream.of(ControlPlaneLog.values())
                .filter(kinds::contains)
                .map(ControlPlaneLog::type)
                .toList();
    }

    private static void refuseRetention(Days retention) {
        if (!RETENTIONS.contains(retention.count())) {
            var offered = RETENTIONS.stream().map(String::valueOf).toList();
            throw new IllegalArgumentException(
                    "CloudWatch can't keep logs for %d days: choose one of %s, as in .withControlPlaneLogs(days(90))."
                            .formatted(retention.count(), String.join(", ", offered)));
        }
    }
}
