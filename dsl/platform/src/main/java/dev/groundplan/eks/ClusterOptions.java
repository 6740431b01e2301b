package dev.groundplan.eks;

import dev.groundplan.values.Cidr;
import java.util.List;
import java.util.stream.Stream;

/** What may be said about a cluster besides its name, its version and its subnets. */
record ClusterOptions(
        List<NodeGroup> nodeGroups,
        List<RoleAccess> access,
        EndpointAccess endpoint,
        ControlPlaneLogs logs,
        Cidr services,
        Addons addons,
        boolean hasExtendedSupport) {

    static final ClusterOptions DEFAULT = new ClusterOptions(
            List.of(),
            List.of(),
            EndpointAccess.PRIVATE,
            ControlPlaneLogs.DEFAULT,
            ServiceAddresses.DEFAULT,
            Addons.CORE,
            false);

    ClusterOptions {
        nodeGroups = List.copyOf(nodeGroups);
        access = List.copyOf(access);
    }

    ClusterOptions with(NodeGroup added) {
        return new ClusterOptions(
                plus(nodeGroups, added), access, endpoint, logs, services, addons, hasExtendedSupport);
    }

    ClusterOptions with(RoleAccess added) {
        access.forEach(added::refuseBeside);
        return new ClusterOptions(
                nodeGroups, plus(access, added), endpoint, logs, services, addons, hasExtendedSupport);
    }

    ClusterOptions with(EndpointAccess changed) {
        return new ClusterOptions(nodeGroups, access, changed, logs, services, addons, hasExtendedSupport);
    }

    ClusterOptions with(ControlPlaneLogs changed) {
        return new ClusterOptions(nodeGroups, access, endpoint, changed, services, addons, hasExtendedSupport);
    }

    ClusterOptions withServices(Cidr changed) {
        return new ClusterOptions(nodeGroups, access, endpoint, logs, changed, addons, hasExtendedSupport);
    }

    ClusterOptions with(Addons changed) {
        return new ClusterOptions(nodeGroups, access, endpoint, logs, services, changed, hasExtendedSupport);
    }

    ClusterOptions withExtendedSupport() {
        return new ClusterOptions(nodeGroups, access, endpoint, logs, services, addons, true);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
