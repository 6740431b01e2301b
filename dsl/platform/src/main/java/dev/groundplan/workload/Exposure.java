package dev.groundplan.workload;

import dev.groundplan.dns.Certificate;
import dev.groundplan.values.HostName;
import dev.groundplan.values.Name;
import dev.groundplan.values.Seconds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a workload is reached from outside the cluster: a host's name, over TLS, through an application load balancer of AWS that
 * sends requests straight to the pods.
 *
 * <p>Renders to an {@code Ingress} of the class {@code alb}: TLS 1.2 and 1.3 on port 443, and port 80 that only leads there;
 * requests with headers out of the grammar cleaned of them; the certificate's ARN, which Terraform knows, by
 * {@code cluster-vars}; health checks and their times from the workload's readiness probe; targets that go
 * given 30 s to answer what they began; in production a load balancer that can't be deleted. No annotation names the host for
 * external-dns: it reads the rule.
 *
 * <p>Pods get their readiness gate ({@code Namespace.withReadinessGates}) when the load balancer's target group is there as they
 * are created. Flux applies the Deployment before the Ingress, and the controller needs minutes for the first load balancer: the
 * very first pods have no gate, which nobody misses, since nobody reaches them yet, and all after them have.
 *
 * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/">AWS load
 *     balancer controller: annotations</a>
 */
public final class Exposure {

    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!&'()+,;=:@%/-]*");

    private final HostName host;
    private final Certificate certificate;
    private String port = "http";
    private List<String> paths = List.of();
    private boolean isInternal;
    private Optional<Name> group = Optional.empty();
    private Seconds idleTimeout = new Seconds(60);
    private Seconds deregistrationDelay = new Seconds(30);

    private Exposure(HostName host, Certificate certificate) {
        this.host = host;
        this.certificate = certificate;
    }

    private Exposure(Exposure exposure) {
        this(exposure.host, exposure.certificate);
        port = exposure.port;
        paths = exposure.paths;
        isInternal = exposure.isInternal;
        group = exposure.group;
        idleTimeout = exposure.idleTimeout;
        deregistrationDelay = exposure.deregistrationDelay;
    }

    /**
     * Returns a workload's port {@code http} with all its paths, for the whole Internet.
     *
     * @param host such as {@code zone.host("test")}; renders to {@code rules[].host} and {@code tls[].hosts}
     * @param certificate one that holds for the host; renders to {@code alb.ingress.kubernetes.io/certificate-arn}
     */
    public static Exposure at(HostName host, Certificate certificate) {
        return new Exposure(host, certificate);
    }

    /**
     * Returns this exposure of these paths and no others, letter by letter; without this call all paths. Renders to
     * {@code paths[].path} with {@code pathType: Exact}.
     *
     * @throws IllegalArgumentException if one of them is no path, or comes twice
     */
    public Exposure onPaths(String path, String... more) {
        var copy = new Exposure(this);
        copy.paths = List.of();
        copy.addPath(path);
        for (var another : more) {
            copy.addPath(another);
        }
        return copy;
    }

    /** Returns this exposure of another port than {@code http}, by the name that the workload gives it. */
    public Exposure ofPort(String name) {
        var copy = new Exposure(this);
        copy.port = name;
        return copy;
    }

    /**
     * Returns this exposure inside the network only: the load balancer stands in the private subnets. Renders to
     * {@code alb.ingress.kubernetes.io/scheme: internal}.
     */
    public Exposure internal() {
        var copy = new Exposure(this);
        copy.isInternal = true;
        return copy;
    }

    /**
     * Returns this exposure by a load balancer that all exposures of the same group share; without this call one of its own.
     * Renders to {@code alb.ingress.kubernetes.io/group.name}. Each load balancer costs, and has room for 100 rules.
     *
     * @param name as parts have it, such as {@code public}; platform and environment come before it
     * @throws IllegalArgumentException if it is no {@link Name}
     */
    public Exposure inGroup(String name) {
        var copy = new Exposure(this);
        copy.group = Optional.of(new Name(name));
        return copy;
    }

    /**
     * Returns this exposure with connections that are cut when nothing passes for so long; without this call 60 s. The program
     * must keep idle connections longer than that, or requests get lost between the two.
     *
     * @param time 1 s to 4000 s; renders to the attribute {@code idle_timeout.timeout_seconds}
     * @throws IllegalArgumentException if it is something else
     */
    public Exposure withIdleTimeout(Seconds time) {
        if (time.count() < 1 || time.count() > 4000) {
            throw new IllegalArgumentException(
                    "%s is no idle timeout of a load balancer: it must lie between 1 s and 4000 s, as in withIdleTimeout(seconds(60))."
                            .formatted(time));
        }
        var copy = new Exposure(this);
        copy.idleTimeout = time;
        return copy;
    }

    /**
     * Returns this exposure with so long for requests to pods that go; without this call 30 s. Renders to
     * {@code deregistration_delay.timeout_seconds}.
     *
     * @param time 0 s to 3600 s; longer than the workload's grace period is refused with the whole platform
     * @throws IllegalArgumentException if it is something else
     */
    public Exposure withDeregistrationDelay(Seconds time) {
        if (time.count() > 3600) {
            throw new IllegalArgumentException(
                    "%s is no deregistration delay: it must lie between 0 s and 3600 s, as in withDeregistrationDelay(seconds(30))."
                            .formatted(time));
        }
        var copy = new Exposure(this);
        copy.deregistrationDelay = time;
        return copy;
    }

    HostName host() {
        return host;
    }

    Certificate certificate() {
        return certificate;
    }

    String port() {
        return port;
    }

    List<String> paths() {
        return paths;
    }

    boolean isInternal() {
        return isInternal;
    }

    Optional<Name> group() {
        return group;
    }

    Seconds idleTimeout() {
        return idleTimeout;
    }

    Seconds deregistrationDelay() {
        return deregistrationDelay;
    }

    private void addPath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no path: begin it with `/` and leave out `*` and `?`, as in onPaths(\"/\", \"/health\")."
                            .formatted(path));
        }
        if (paths.contains(path)) {
            throw new IllegalArgumentException("The path `%s` is exposed twice: leave one out.".formatted(path));
        }
        paths = ContainerSettings.plus(paths, path);
    }
}
