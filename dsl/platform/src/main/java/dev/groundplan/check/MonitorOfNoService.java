package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.files.NearestName;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds ServiceMonitors that select no Service, or a port that none of the selected Services has by that name. */
final class MonitorOfNoService implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.kubernetes().stream()
                .flatMap(placed -> placed.object() instanceof ServiceMonitor monitor && monitor.getSpec() != null
                        ? problems(platform, placed, monitor)
                        : Stream.empty())
                .toList();
    }

    private static Stream<Problem> problems(ExpandedPlatform platform, PlacedObject placed, ServiceMonitor monitor) {
        var selected = platform.kubernetes().stream()
                .map(PlacedObject::object)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(service -> WatchedServices.has(monitor, service))
                .toList();
        if (selected.isEmpty()) {
            return isMadeByChart(platform, monitor) ? Stream.empty() : Stream.of(noService(placed, monitor));
        }
        var ports = new TreeSet<String>();
        selected.forEach(
                service -> service.getSpec().getPorts().forEach(port -> ports.add(String.valueOf(port.getName()))));
        return monitor.getSpec().getEndpoints().stream()
                .map(Endpoint::getPort)
                .filter(port -> port != null && !ports.contains(port))
                .map(port -> noPort(placed, port, ports));
    }

    /** What charts install is not seen here, and may well be the Service. */
    private static boolean isMadeByChart(ExpandedPlatform platform, ServiceMonitor monitor) {
        return InstalledChart.all(platform).stream()
                .anyMatch(installed -> WatchedServices.areIn(monitor, installed.namespace()));
    }

    private static Problem noService(PlacedObject placed, ServiceMonitor monitor) {
        return new Problem(
                "K34",
                "The %s selects no Service: none has the labels %s.".formatted(placed.label(), wanted(monitor)),
                placed.from().place(),
                "select the labels of the Service itself, not those of its pods, in its namespace");
    }

    private static SortedMap<String, String> wanted(ServiceMonitor monitor) {
        return Optional.ofNullable(monitor.getSpec().getSelector())
                .map(selector -> new TreeMap<>(selector.getMatchLabels()))
                .orElseGet(TreeMap::new);
    }

    private static Problem noPort(PlacedObject placed, String port, SortedSet<String> ports) {
        return new Problem(
                "K34",
                "The %s reads the port `%s`, and the Services that it selects have `%s`."
                        .formatted(placed.label(), port, String.join("`, `", ports)),
                placed.from().place(),
                NearestName.to(port, ports)
                        .map(near -> "did you mean `" + near + "`?")
                        .orElse("a monitor names a port of the Service by its name: use one of these"));
    }
}
