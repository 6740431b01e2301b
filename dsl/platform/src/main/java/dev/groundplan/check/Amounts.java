package dev.groundplan.check;

import dev.groundplan.facts.NodeSize;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Processor time in thousandths of a core, and memory in mebibytes. */
record Amounts(long millicores, long mebibytes) {

    private static final BigDecimal A_MEBIBYTE = new BigDecimal(1024 * 1024);
    private static final Amounts NONE = new Amounts(0, 0);

    /** What a node has for pods. */
    static Amounts of(NodeSize node) {
        return new Amounts(node.millicores(), node.mebibytes());
    }

    /** What a pod is promised: its containers and sidecars together, or the largest container that runs before them. */
    static Amounts requests(PodTemplateSpec template) {
        return sum(template, container -> of(requestsOf(container)));
    }

    /** What a pod may take, 0 where that is not limited. */
    static Amounts limits(PodTemplateSpec template) {
        return sum(
                template,
                container -> of(Optional.ofNullable(container.getResources())
                        .map(resources -> resources.getLimits())
                        .orElse(null)));
    }

    static @Nullable Map<String, Quantity> requestsOf(Container container) {
        return container.getResources() == null
                ? null
                : container.getResources().getRequests();
    }

    static long millicores(Quantity quantity) {
        return quantity.getNumericalAmount()
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    static long mebibytes(Quantity quantity) {
        return quantity.getNumericalAmount()
                .divide(A_MEBIBYTE, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    Amounts plus(Amounts more) {
        return new Amounts(millicores + more.millicores, mebibytes + more.mebibytes);
    }

    Amounts times(long count) {
        return new Amounts(millicores * count, mebibytes * count);
    }

    /** How often {@code part} is in this. */
    long dividedBy(Amounts part) {
        return Math.min(
                part.millicores == 0 ? Long.MAX_VALUE : millicores / part.millicores,
                part.mebibytes == 0 ? Long.MAX_VALUE : mebibytes / part.mebibytes);
    }

    @Override
    public String toString() {
        return "%sm and %sMi".formatted(millicores, mebibytes);
    }

    private static Amounts of(@Nullable Map<String, Quantity> quantities) {
        if (quantities == null) {
            return NONE;
        }
        var cpu = quantities.get("cpu");
        var memory = quantities.get("memory");
        return new Amounts(cpu == null ? 0 : millicores(cpu), memory == null ? 0 : mebibytes(memory));
    }

    private static Amounts sum(PodTemplateSpec template, Function<Container, Amounts> of) {
        var beside = NONE;
        var before = NONE;
        for (var container : template.getSpec().getInitContainers()) {
            if ("Always".equals(container.getRestartPolicy())) {
                beside = beside.plus(of.apply(container));
            } else {
                before = before.or(of.apply(container).plus(beside));
            }
        }
        for (var container : template.getSpec().getContainers()) {
            beside = beside.plus(of.apply(container));
        }
        return beside.or(before);
    }

    private Amounts or(Amounts other) {
        return new Amounts(Math.max(millicores, other.millicores), Math.max(mebibytes, other.mebibytes));
    }
}
