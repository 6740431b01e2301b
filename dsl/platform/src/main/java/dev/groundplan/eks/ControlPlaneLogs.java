package dev.groundplan.eks;

import dev.groundplan.values.Days;
import dev.groundplan.values.LogRetention;
import java.util.List;
import java.util.stream.Stream;

/** What of the control plane is logged, and for how long it is kept. */
record ControlPlaneLogs(Days retention, List<ControlPlaneLog> kinds) {

    static final ControlPlaneLogs DEFAULT = of(new Days(90));

    static ControlPlaneLogs of(Days retention, ControlPlaneLog... kinds) {
        return new ControlPlaneLogs(
                LogRetention.of(retention, "withControlPlaneLogs(days(90))"),
                List.of(kinds.length == 0 ? ControlPlaneLog.values() : kinds));
    }

    /** The kinds as EKS calls them, each once, in an order that does not hang on the description's. */
    List<String> types() {
        return Stream.of(ControlPlaneLog.values())
                .filter(kinds::contains)
                .map(ControlPlaneLog::type)
                .toList();
    }
}
