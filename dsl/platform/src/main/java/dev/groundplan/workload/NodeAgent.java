package dev.groundplan.workload;

import dev.groundplan.describe.PartId;
import dev.groundplan.eks.Namespace;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Percent;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.util.List;

/**
 * A program of which one runs on each node.
 *
 * <p>Renders to a {@code DaemonSet} and what {@link WorkloadForm} says.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/">Kubernetes: DaemonSet</a>
 */
public final class NodeAgent extends LastingForm<NodeAgent> {

    private List<Toleration> tolerations = List.of();
    private Percent replacedAtATime = new Percent(10);

    private NodeAgent(Pod pod) {
        super(pod);
    }

    private NodeAgent(NodeAgent agent, Pod pod) {
        super(pod);
        tolerations = agent.tolerations;
        replacedAtATime = agent.replacedAtATime;
    }

    /** Returns an agent on each node without a taint; a change reaches a tenth of the nodes at a time. */
    public static NodeAgent nodeAgent(String name, ImageReference image, Namespace namespace) {
        return new NodeAgent(Pod.pod(PartId.of("node-agent", name), image, namespace));
    }

    /** Returns this agent also on nodes with a taint of this key, whatever its value and effect; renders to {@code tolerations}. */
    public NodeAgent onNodesTainted(String key) {
        if (key.isBlank()) {
            throw new IllegalArgumentException(
                    "A taint without a key is every taint: write its key, as in onNodesTainted(\"example.com/batch\"), or onEveryNode().");
        }
        return tolerating(
                new TolerationBuilder().withKey(key).withOperator("Exists").build());
    }

    /** Returns this agent on every node, whatever its taints, those of a node that is not ready included. */
    public NodeAgent onEveryNode() {
        return tolerating(new TolerationBuilder().withOperator("Exists").build());
    }

    /** Returns this agent replaced on such a share of the nodes at a time; renders to {@code maxUnavailable}. */
    public NodeAgent withReplacedAtATime(Percent share) {
        var copy = changed(pod());
        copy.replacedAtATime = share;
        return copy;
    }

    @Override
    NodeAgent changed(Pod changed) {
        return new NodeAgent(this, changed);
    }

    @Override
    List<HasMetadata> starting(PodTemplateSpec template) {
        template.getSpec().setTolerations(tolerations);
        return List.of(new DaemonSetBuilder()
                .withMetadata(WorkloadObjects.metadata(pod(), name()))
                .withNewSpec()
                .withRevisionHistoryLimit(3)
                .withNewSelector()
                .addToMatchLabels(WorkloadObjects.NAME_LABEL, name())
                .endSelector()
                .withNewUpdateStrategy()
                .withType("RollingUpdate")
                .withNewRollingUpdate()
                .withMaxUnavailable(new IntOrString(replacedAtATime.value() + "%"))
                .endRollingUpdate()
                .endUpdateStrategy()
                .withTemplate(template)
                .endSpec()
                .build());
    }

    private NodeAgent tolerating(Toleration toleration) {
        var copy = changed(pod());
        copy.tolerations = ContainerSettings.plus(tolerations, toleration);
        return copy;
    }
}
