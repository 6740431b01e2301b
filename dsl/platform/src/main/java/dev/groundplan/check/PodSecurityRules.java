package dev.groundplan.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a pod security standard forbids.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Kubernetes: pod security standards</a>
 */
final class PodSecurityRules {

    private static final List<String> SECCOMP = List.of("RuntimeDefault", "Localhost");

    private final PodSpec pod;
    private final List<String> broken = new ArrayList<>();

    private PodSecurityRules(PodSpec pod) {
        this.pod = pod;
    }

    /** Returns what the pods do that the standard forbids, as the end of a sentence about them. */
    static List<String> broken(String level, PodSpec pod) {
        var rules = new PodSecurityRules(pod);
        if (!level.equals("privileged")) {
            rules.baseline();
        }
        if (level.equals("restricted")) {
            rules.restricted();
        }
        return rules.broken;
    }

    private void baseline() {
        addIf(isTrue(pod.getHostNetwork()), "use the node's network (`hostNetwork`)");
        addIf(isTrue(pod.getHostPID()) || isTrue(pod.getHostIPC()), "see the node's processes (`hostPID`, `hostIPC`)");
        addIf(
                pod.getVolumes().stream().anyMatch(volume -> volume.getHostPath() != null),
                "mount folders of the node (`hostPath`)");
        addIfAny(
                container -> container.getPorts().stream()
                        .anyMatch(port -> port.getHostPort() != null && port.getHostPort() != 0),
                "takes a port of the node (`hostPort`)");
        addIfAny(container -> isTrue(context(container).getPrivileged()), "is `privileged`");
    }

    private void restricted() {
        addIf(
                pod.getVolumes().stream().anyMatch(PodSecurityRules::isForeign),
                "mount volumes that the standard does not know");
        addIfAny(
                container -> !isFalse(context(container).getAllowPrivilegeEscalation()),
                "does not forbid `allowPrivilegeEscalation`");
        addIfAny(container -> !dropsAll(container), "does not drop `ALL` capabilities");
        addIfAny(container -> !runsAsNonRoot(container), "may run as root: `runAsNonRoot` is not set");
        addIfAny(container -> !hasSeccomp(container), "has no `seccompProfile`, as `RuntimeDefault`");
    }

    private static boolean isForeign(Volume volume) {
        return volume.getConfigMap() == null
                && volume.getCsi() == null
                && volume.getDownwardAPI() == null
                && volume.getEmptyDir() == null
                && volume.getEphemeral() == null
                && volume.getPersistentVolumeClaim() == null
                && volume.getProjected() == null
                && volume.getSecret() == null;
    }

    private static boolean dropsAll(Container container) {
        var capabilities = context(container).getCapabilities();
        return capabilities != null
                && capabilities.getDrop().contains("ALL")
                && List.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd());
    }

    private boolean runsAsNonRoot(Container container) {
        var own = context(container).getRunAsNonRoot();
        return own != null
                ? own
                : pod.getSecurityContext() != null
                        && isTrue(pod.getSecurityContext().getRunAsNonRoot());
    }

    private boolean hasSeccomp(Container container) {
        var profile = Optional.ofNullable(context(container).getSeccompProfile())
                .or(() -> Optional.ofNullable(pod.getSecurityContext()).map(security -> security.getSeccompProfile()));
        return profile.filter(found -> SECCOMP.contains(found.getType())).isPresent();
    }

    private void addIfAny(Predicate<Container> isForbidden, String what) {
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .filter(isForbidden)
                .findFirst()
                .ifPresent(container ->
                        broken.add("break it: the container `%s` %s".formatted(container.getName(), what)));
    }

    private void addIf(boolean isForbidden, String what) {
        if (isForbidden) {
            broken.add(what);
        }
    }

    private static SecurityContext context(Container container) {
        return Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(@Nullable Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
