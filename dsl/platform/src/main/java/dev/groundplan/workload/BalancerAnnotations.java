package dev.groundplan.workload;

import dev.groundplan.describe.Site;
import dev.groundplan.values.Port;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What the AWS load balancer controller is told by annotations of an Ingress. */
final class BalancerAnnotations {

    private static final String PREFIX = "alb.ingress.kubernetes.io/";
    private static final String TLS_1_2_AND_1_3 = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    private final SequencedMap<String, String> annotations = new LinkedHashMap<>();
    private final Exposure exposure;
    private final Pod pod;
    private final Site site;

    BalancerAnnotations(Exposure exposure, Pod pod, Site site) {
        this.exposure = exposure;
        this.pod = pod;
        this.site = site;
    }

    SequencedMap<String, String> all(Port traffic) {
        balancer();
        listeners();
        targets(traffic);
        return annotations;
    }

    private void balancer() {
        add("scheme", exposure.isInternal() ? "internal" : "internet-facing");
        add("load-balancer-name", site.unique(exposure.group().orElse(pod.id().name())));
        exposure.group().ifPresent(group -> add("group.name", site.unique(group)));
        add(
                "load-balancer-attributes",
                "deletion_protection.enabled=%s,idle_timeout.timeout_seconds=%s,routing.http.drop_invalid_header_fields.enabled=true"
                        .formatted(site.isProduction(), exposure.idleTimeout().count()));
    }

    private void listeners() {
        add("listen-ports", "[{\"HTTP\":80},{\"HTTPS\":443}]");
        add("ssl-redirect", "443");
        add("ssl-policy", TLS_1_2_AND_1_3);
        add("certificate-arn", exposure.certificate().arnVariable().reference());
    }

    private void targets(Port traffic) {
        var check = HealthCheck.of(pod);
        add("target-type", "ip");
        add("backend-protocol", "HTTP");
        add("healthcheck-path", check.path());
        add(
                "healthcheck-port",
                check.port().equals(traffic) ? "traffic-port" : check.port().toString());
        add("healthcheck-interval-seconds", String.valueOf(check.interval()));
        add("healthcheck-timeout-seconds", String.valueOf(check.timeout()));
        add("healthy-threshold-count", "2");
        add("unhealthy-threshold-count", String.valueOf(check.failures()));
        add("success-codes", "200");
        add(
                "target-group-attributes",
                "deregistration_delay.timeout_seconds="
                        + exposure.deregistrationDelay().count());
    }

    private void add(String name, String value) {
        annotations.put(PREFIX + name, value);
    }
}
