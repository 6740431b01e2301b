package dev.groundplan.workload;

import dev.groundplan.facts.PodTemplates;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import java.util.ArrayList;
import java.util.List;

/** The objects that every workload has: how it runs and how it is reached inside the cluster. */
final class WorkloadObjects {

    /** The label that selects the pods of a workload. */
    static final String NAME_LABEL = "app.kubernetes.io/name";

    private final WorkloadForm<?> workload;
    private final Pod pod;

    WorkloadObjects(WorkloadForm<?> workload) {
        this.workload = workload;
        this.pod = workload.pod();
    }

    List<HasMetadata> all() {
        var objects = new ArrayList<HasMetadata>();
        if (pod.identity().isEmpty()) {
            objects.add(serviceAccount());
        }
        new MountedFiles(pod).configMap().ifPresent(objects::add);
        for (var object : workload.starting(new PodTemplate(pod).spec())) {
            if (PodTemplates.of(object).isPresent()) {
                pod.aspects().forEach(aspect -> aspect.adjust(object.getMetadata()));
            }
            objects.add(object);
        }
        if (!pod.main().ports().isEmpty()) {
            objects.add(service());
        }
        return objects;
    }

    static ObjectMeta metadata(Pod pod, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(pod.namespace().name())
                .addToLabels(NAME_LABEL, pod.name())
                .build();
    }

    private ServiceAccount serviceAccount() {
        return new ServiceAccountBuilder()
                .withMetadata(metadata(pod, pod.name()))
                .withAutomountServiceAccountToken(false)
                .build();
    }

    private Service service() {
        return new ServiceBuilder()
                .withMetadata(metadata(pod, pod.name()))
                .withNewSpec()
                .withType("ClusterIP")
                .addToSelector(NAME_LABEL, pod.name())
                .withPorts(servicePorts(pod))
                .endSpec()
                .build();
    }

    static List<ServicePort> servicePorts(Pod pod) {
        return pod.main().ports().stream().map(WorkloadObjects::servicePort).toList();
    }

    private static ServicePort servicePort(NamedPort port) {
        return new ServicePortBuilder()
                .withName(port.name())
                .withPort(port.port().number())
                .withProtocol("TCP")
                .withTargetPort(new IntOrString(port.name()))
                .build();
    }
}
