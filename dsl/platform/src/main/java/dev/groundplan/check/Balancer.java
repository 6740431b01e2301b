package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Ingress that AWS's load balancer controller fulfils: what its annotations say, with the controller's defaults.
 *
 * @see <a href="https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/">AWS load
 *     balancer controller: annotations</a>
 */
record Balancer(PlacedObject placed, Ingress ingress) {

    private static final String CLASS = "alb";
    private static final String OLD_CLASS = "kubernetes.io/ingress.class";
    private static final Pattern DELAY = Pattern.compile("deregistration_delay\\.timeout_seconds=([0-9]{1,4})");
    private static final int DEFAULT_DELAY = 300;

    static List<Balancer> all(ExpandedPlatform platform) {
        var all = new ArrayList<Balancer>();
        for (var placed : platform.kubernetes()) {
            if (placed.object() instanceof Ingress ingress && ingress.getSpec() != null) {
                var balancer = new Balancer(placed, ingress);
                if (balancer.isOfAws()) {
                    all.add(balancer);
                }
            }
        }
        return all;
    }

    /** An annotation by what follows {@code alb.ingress.kubernetes.io/}. */
    Optional<String> say(String name) {
        return annotation("alb.ingress.kubernetes.io/" + name);
    }

    Optional<String> annotation(String name) {
        return Optional.ofNullable(ingress.getMetadata().getAnnotations()).map(all -> all.get(name));
    }

    boolean isForTheInternet() {
        return say("scheme").filter("internet-facing"::equals).isPresent();
    }

    boolean hasPodsAsTargets() {
        return say("target-type").filter("ip"::equals).isPresent();
    }

    /** How long, in seconds, a pod that goes may answer what it began. */
    int deregistrationDelay() {
        return say("target-group-attributes")
                .map(DELAY::matcher)
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group(1)))
                .orElse(DEFAULT_DELAY);
    }

    List<IngressRule> rules() {
        return ingress.getSpec().getRules();
    }

    /** The pods behind it, as far as the platform has them. */
    List<Pods> pods(ExpandedPlatform platform) {
        var services = Services.behind(platform, ingress);
        return Pods.all(platform).stream()
                .filter(pods -> services.stream().anyMatch(service -> Services.sendsTo(service, pods)))
                .toList();
    }

    private boolean isOfAws() {
        return CLASS.equals(ingress.getSpec().getIngressClassName())
                || annotation(OLD_CLASS).filter(CLASS::equals).isPresent();
    }

    Problem problem(String id, String what, String mend) {
        return new Problem(id, what, placed.from().place(), mend);
    }
}
