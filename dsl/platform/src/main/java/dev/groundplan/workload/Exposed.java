package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Site;
import dev.groundplan.facts.Connection;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Port;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPathBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Renders an {@link Exposure}. */
record Exposed(Exposure exposure, PartReference reference) implements Aspect {

    @Override
    public List<PartReference> references() {
        return List.of(reference);
    }

    @Override
    public Elements expand(WorkloadForm<?> workload, Site site) {
        var pod = workload.pod();
        var balancer = PartId.of("load-balancer", pod.name());
        var internet = PartId.of("internet", exposure.isInternal() ? "network" : "anyone");
        return Elements.none()
                .with(pod.placement(), ingress(pod, site))
                .with(exposure.certificate().arnVariable())
                .with(new Connection(internet, balancer, "HTTPS " + exposure.host()))
                .with(new Connection(balancer, pod.id(), "TCP " + port(pod)))
                .withDetail(
                        exposure.host().text(),
                        new SourceDetail("exposed at `" + exposure.host() + "`", reference.line()));
    }

    /** A load balancer talks to pods from addresses of the subnets that it stands in. */
    void allow(PolicyText policy, WorkloadForm<?> workload) {
        var pod = workload.pod();
        var ports = Stream.of(port(pod), HealthCheck.of(pod).port()).distinct().toList();
        policy.withIngress(addresses(pod), ports);
    }

    private List<Cidr> addresses(Pod pod) {
        var vpc = pod.namespace().cluster().vpc();
        return exposure.isInternal()
                ? vpc.privateSubnets().cidrs()
                : vpc.publicSubnets().cidrs();
    }

    private Ingress ingress(Pod pod, Site site) {
        return new IngressBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .editMetadata()
                .withAnnotations(new BalancerAnnotations(exposure, pod, site).all(port(pod)))
                .endMetadata()
                .withNewSpec()
                .withIngressClassName("alb")
                .addNewTl()
                .withHosts(exposure.host().text())
                .endTl()
                .addNewRule()
                .withHost(exposure.host().text())
                .withNewHttp()
                .withPaths(paths(pod))
                .endHttp()
                .endRule()
                .endSpec()
                .build();
    }

    private List<HTTPIngressPath> paths(Pod pod) {
        return exposure.paths().isEmpty()
                ? List.of(path(pod, "/", "Prefix"))
                : exposure.paths().stream()
                        .map(path -> path(pod, path, "Exact"))
                        .toList();
    }

    private HTTPIngressPath path(Pod pod, String path, String type) {
        return new HTTPIngressPathBuilder()
                .withPath(path)
                .withPathType(type)
                .withNewBackend()
                .withNewService()
                .withName(pod.name())
                .withNewPort()
                .withName(exposure.port())
                .endPort()
                .endService()
                .endBackend()
                .build();
    }

    private Port port(Pod pod) {
        return pod.main().ports().stream()
                .filter(port -> port.name().equals(exposure.port()))
                .map(NamedPort::port)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The workload `%s` is exposed at `%s` and has no port `%s`: add it, as in .withPort(\"%s\", port(8080)), or name another, as in at(…).ofPort(\"web\")."
                                .formatted(pod.name(), exposure.host(), exposure.port(), exposure.port())));
    }
}
