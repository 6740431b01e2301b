package dev.groundplan.workload;

import dev.groundplan.values.Cpu;
import dev.groundplan.values.Memory;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Optional;

/** What a container is promised and what it may take: no limit on processor time unless asked for, since it throttles. */
record WorkloadResources(Cpu cpu, Memory memory, Memory memoryLimit, Optional<Cpu> cpuLimit) {

    static final WorkloadResources DEFAULT = of(new Cpu(100), new Memory(128));

    static WorkloadResources of(Cpu cpu, Memory memory) {
        return new WorkloadResources(cpu, memory, memory, Optional.empty());
    }

    WorkloadResources withMemoryLimit(Memory limit) {
        if (limit.mebibytes() < memory.mebibytes()) {
            throw new IllegalArgumentException(
                    "A memory limit of %s is below the %s that the workload is promised: write at least mebibytes(%s)."
                            .formatted(limit.quantity(), memory.quantity(), memory.mebibytes()));
        }
        return new WorkloadResources(cpu, memory, limit, cpuLimit);
    }

    WorkloadResources withCpuLimit(Cpu limit) {
        if (limit.millicores() < cpu.millicores()) {
            throw new IllegalArgumentException(
                    "A processor limit of %s is below the %s that the workload is promised: write at least millicores(%s)."
                            .formatted(limit.quantity(), cpu.quantity(), cpu.millicores()));
        }
        return new WorkloadResources(cpu, memory, memoryLimit, Optional.of(limit));
    }

    ResourceRequirements requirements() {
        var requirements = new ResourceRequirementsBuilder()
                .addToRequests("cpu", new Quantity(cpu.quantity()))
                .addToRequests("memory", new Quantity(memory.quantity()))
                .addToLimits("memory", new Quantity(memoryLimit.quantity()));
        cpuLimit.ifPresent(limit -> requirements.addToLimits("cpu", new Quantity(limit.quantity())));
        return requirements.build();
    }
}
