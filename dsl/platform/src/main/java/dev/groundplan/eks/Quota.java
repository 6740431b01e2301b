package dev.groundplan.eks;

import dev.groundplan.values.Cpu;
import dev.groundplan.values.Memory;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;

/**
 * What all pods of a namespace together may be promised.
 *
 * <p>Renders to a {@code ResourceQuota}, and to a {@code LimitRange}: where a quota stands, a container that says no request is
 * refused, so containers that say none are given one (a tenth of a core, 128 MiB, which is also their limit).
 *
 * @param cpu processor time; renders to {@code requests.cpu}
 * @param memory renders to {@code requests.memory}
 * @param pods how many pods there may be, 1 to 10000
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Kubernetes: resource quotas</a>
 */
public record Quota(Cpu cpu, Memory memory, int pods) {

    private static final Quantity DEFAULT_CPU = new Quantity("100m");
    private static final Quantity DEFAULT_MEMORY = new Quantity("128Mi");

    /** Refuses another number of pods with an {@link IllegalArgumentException}. */
    public Quota {
        if (pods < 1 || pods > 10_000) {
            throw new IllegalArgumentException(
                    "%s is no number of pods for a quota: it must lie between 1 and 10000, as in quota(millicores(4000), mebibytes(8192), 30)."
                            .formatted(pods));
        }
    }

    /** Returns a quota of this much. */
    public static Quota quota(Cpu cpu, Memory memory, int pods) {
        return new Quota(cpu, memory, pods);
    }

    List<HasMetadata> objects(String namespace) {
        var quota = new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName(namespace)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(String.valueOf(pods)))
                .addToHard("requests.cpu", new Quantity(cpu.quantity()))
                .addToHard("requests.memory", new Quantity(memory.quantity()))
                .endSpec()
                .build();
        return List.of(quota, defaults(namespace));
    }

    private static HasMetadata defaults(String namespace) {
        return new LimitRangeBuilder()
                .withNewMetadata()
                .withName(namespace)
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .addToDefault("memory", DEFAULT_MEMORY)
                .addToDefaultRequest("cpu", DEFAULT_CPU)
                .addToDefaultRequest("memory", DEFAULT_MEMORY)
                .endLimit()
                .endSpec()
                .build();
    }
}
