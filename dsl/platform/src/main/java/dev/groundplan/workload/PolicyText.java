package dev.groundplan.workload;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.values.Cidr;
import dev.groundplan.values.Port;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A network policy as it grows: what is not added is closed. */
final class PolicyText {

    private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";
    private static final Cidr ANYWHERE = new Cidr("0.0.0.0/0");
    private static final Port DNS = new Port(53);

    private final Pod pod;
    private final List<NetworkPolicyIngressRule> ingress = new ArrayList<>();
    private final List<NetworkPolicyEgressRule> egress = new ArrayList<>();

    PolicyText(Pod pod) {
        this.pod = pod;
    }

    PolicyText withDns() {
        var resolvers = new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels(NAMESPACE_LABEL, "kube-system")
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels("k8s-app", "kube-dns")
                .endPodSelector()
                .build();
        egress.add(new NetworkPolicyEgressRuleBuilder()
                .withTo(resolvers)
                .withPorts(port("UDP", DNS), port("TCP", DNS))
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    PolicyText withEgress(List<Cidr> addresses, List<Port> ports) {
        egress.add(new NetworkPolicyEgressRuleBuilder()
                .withTo(addresses.stream().map(PolicyText::block).toList())
                .withPorts(tcp(ports))
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    PolicyText withEgress(Pod to) {
        egress.add(new NetworkPolicyEgressRuleBuilder()
                .withTo(peer(to))
                .withPorts(tcp(ports(to)))
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    PolicyText withInternet(List<Port> ports) {
        return withEgress(List.of(ANYWHERE), ports);
    }

    @CanIgnoreReturnValue
    PolicyText withIngress(List<Cidr> addresses, List<Port> ports) {
        ingress.add(new NetworkPolicyIngressRuleBuilder()
                .withFrom(addresses.stream().map(PolicyText::block).toList())
                .withPorts(tcp(ports))
                .build());
        return this;
    }

    @CanIgnoreReturnValue
    PolicyText withIngress(String fromNamespace, Port port) {
        ingress.add(new NetworkPolicyIngressRuleBuilder()
                .withFrom(new NetworkPolicyPeerBuilder()
                        .withNewNamespaceSelector()
                        .addToMatchLabels(NAMESPACE_LABEL, fromNamespace)
                        .endNamespaceSelector()
                        .build())
                .withPorts(tcp(List.of(port)))
                .build());
        return this;
    }

    NetworkPolicy policy() {
        return new NetworkPolicyBuilder()
                .withMetadata(WorkloadObjects.metadata(pod, pod.name()))
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, pod.name())
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withIngress(ingress)
                .withEgress(egress)
                .endSpec()
                .build();
    }

    /** The other end of a workload's way to {@code to}: a policy there that lets it in. */
    static NetworkPolicy letIn(Pod to, Pod from) {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(to.name() + "-from-" + from.name())
                .withNamespace(to.namespace().name())
                .addToLabels(WorkloadObjects.NAME_LABEL, to.name())
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, to.name())
                .endPodSelector()
                .withPolicyTypes("Ingress")
                .addNewIngress()
                .withFrom(peer(from))
                .withPorts(tcp(ports(to)))
                .endIngress()
                .endSpec()
                .build();
    }

    /** The ports of a workload as a reader names them: {@code TCP 8080, 9090}. */
    static String words(Pod to) {
        return "TCP " + ports(to).stream().map(Port::toString).collect(Collectors.joining(", "));
    }

    private static List<Port> ports(Pod pod) {
        return pod.main().ports().stream().map(NamedPort::port).toList();
    }

    private static NetworkPolicyPeer peer(Pod pod) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .addToMatchLabels(NAMESPACE_LABEL, pod.namespace().name())
                .endNamespaceSelector()
                .withNewPodSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, pod.name())
                .endPodSelector()
                .build();
    }

    private static NetworkPolicyPeer block(Cidr cidr) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(cidr.text())
                .endIpBlock()
                .build();
    }

    private static List<NetworkPolicyPort> tcp(List<Port> ports) {
        return ports.stream().map(port -> port("TCP", port)).toList();
    }

    private static NetworkPolicyPort port(String protocol, Port port) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(new IntOrString(port.number()))
                .build();
    }
}
