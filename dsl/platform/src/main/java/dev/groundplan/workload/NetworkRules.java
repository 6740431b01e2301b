package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.SecretReference;
import dev.groundplan.describe.Site;
import dev.groundplan.facts.Connection;
import dev.groundplan.facts.Endpoint;
import dev.groundplan.values.Port;
import java.util.List;

/** Who a workload talks to, and who talks to it: its network policy allows just these. */
record NetworkRules(List<Neighbour> neighbours, List<Port> internet) implements Aspect {

    static final NetworkRules DEFAULT = new NetworkRules(List.of(), List.of());

    private static final Port HTTPS = new Port(443);

    /** Another workload that this one connects to. */
    record Neighbour(WorkloadForm<?> workload, PartReference reference) {}

    NetworkRules reaching(WorkloadForm<?> other) {
        if (other.pod().main().ports().isEmpty()) {
            throw new IllegalArgumentException(
                    "The %s has no ports, so nothing can reach it: give it one before it is referred to, as in .withPort(port(8080))."
                            .formatted(other.id()));
        }
        var neighbour = new Neighbour(other, PartReference.to(other, "reaches"));
        return new NetworkRules(ContainerSettings.plus(neighbours, neighbour), internet);
    }

    NetworkRules reachingInternet(List<Port> ports) {
        return new NetworkRules(neighbours, ports.isEmpty() ? List.of(HTTPS) : ports);
    }

    @Override
    public List<PartReference> references() {
        return neighbours.stream().map(Neighbour::reference).toList();
    }

    @Override
    public Elements expand(WorkloadForm<?> workload, Site site) {
        var pod = workload.pod();
        var policy = new PolicyText(pod).withDns();
        var elements = Elements.none();
        for (var endpoint : endpoints(pod, site)) {
            policy.withEgress(endpoint.addresses(), List.of(endpoint.port()));
            elements = elements.with(new Connection(workload.id(), endpoint.part(), "TCP " + endpoint.port()));
        }
        for (var neighbour : neighbours) {
            var other = neighbour.workload().pod();
            policy.withEgress(other);
            elements = elements.with(new Connection(workload.id(), other.id(), PolicyText.words(other)))
                    .with(pod.placement(), PolicyText.letIn(other, pod));
        }
        withInternet(policy, pod);
        pod.aspect(Exposed.class).ifPresent(exposed -> exposed.allow(policy, workload));
        pod.aspect(Monitored.class).ifPresent(monitored -> monitored.allow(policy, pod));
        return elements.with(pod.placement(), policy.policy());
    }

    /** A pod with rights in AWS is no use without AWS: it gets its credentials there, too. */
    private void withInternet(PolicyText policy, Pod pod) {
        if (!internet.isEmpty()) {
            policy.withInternet(internet);
        } else if (pod.identity().isPresent()) {
            policy.withInternet(List.of(HTTPS));
        }
    }

    private static List<Endpoint> endpoints(Pod pod, Site site) {
        return pod.secrets().stream()
                .map(SecretEntry::reference)
                .map(SecretReference::keptBy)
                .distinct()
                .flatMap(keeper -> keeper.expand(site).facts(Endpoint.class).stream())
                .distinct()
                .toList();
    }
}
