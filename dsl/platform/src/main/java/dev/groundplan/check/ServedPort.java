package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A port of a Service, and pods that it leads to.
 *
 * @param service where the Service is
 * @param target the port of the pods
 * @param pods the pods
 */
record ServedPort(PlacedObject service, Target target, Pods pods) {

    /** A port of a pod, by its number or by its name. */
    record Target(String text, boolean isName) {

        static Target of(IntOrString port) {
            return port.getStrVal() == null
                    ? new Target(String.valueOf(port.getIntVal()), false)
                    : new Target(port.getStrVal(), true);
        }

        boolean isAmong(List<Target> offered) {
            return offered.contains(this);
        }

        String shown() {
            return "`" + text + "`";
        }
    }

    static List<ServedPort> all(ExpandedPlatform platform) {
        var all = new ArrayList<ServedPort>();
        var pods = Pods.all(platform);
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof Service service) {
                pods.stream()
                        .filter(each -> Services.sendsTo(service, each))
                        .flatMap(each -> Services.ports(service).stream()
                                .flatMap(port -> target(port).stream())
                                .map(target -> new ServedPort(placed, target, each)))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** The container that has the port, where one says so. */
    Optional<Container> container() {
        return containers(pods)
                .filter(container -> target.isAmong(ports(container).toList()))
                .findFirst();
    }

    /** All ports that the containers say. */
    List<Target> offered() {
        return containers(pods).flatMap(ServedPort::ports).toList();
    }

    /** What a container says it listens on: each port by its number, and by its name where it has one. */
    static Stream<Target> ports(Container container) {
        return container.getPorts().stream().flatMap(ServedPort::both);
    }

    private static Stream<Target> both(ContainerPort port) {
        return Stream.concat(
                Stream.ofNullable(port.getName()).map(name -> new Target(name, true)),
                Stream.ofNullable(port.getContainerPort()).map(number -> new Target(String.valueOf(number), false)));
    }

    /** Containers that run all the time; one that starts before the others may be such a one, too. */
    private static Stream<Container> containers(Pods pods) {
        var spec = pods.template().getSpec();
        return Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream());
    }

    /** Without a target it is the Service's own port. */
    private static Optional<Target> target(ServicePort port) {
        return Optional.ofNullable(port.getTargetPort())
                .map(Target::of)
                .or(() -> Optional.ofNullable(port.getPort()).map(number -> new Target(String.valueOf(number), false)));
    }
}
