package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds load balancers that serve the Internet in plain text, redirect to a port they don't listen on, or speak an old TLS. */
final class ListenerWithoutTls implements ElementsCheck {

    private static final Pattern MODERN = Pattern.compile("ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2).*");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return Balancer.all(platform).stream()
                .flatMap(balancer -> problem(balancer).stream())
                .toList();
    }

    private static Optional<Problem> problem(Balancer balancer) {
        var ports = balancer.say("listen-ports").orElse("").replaceAll("[\\s\"]", "");
        var redirect = balancer.say("ssl-redirect");
        if (redirect.isPresent() && !listens(ports, redirect.get())) {
            return Optional.of(balancer.problem(
                    "K28",
                    "The %s sends browsers to port %s, and does not listen there by HTTPS."
                            .formatted(balancer.placed().label(), redirect.get()),
                    "`alb.ingress.kubernetes.io/listen-ports: [{\"HTTP\":80},{\"HTTPS\":%s}]`"
                            .formatted(redirect.get())));
        }
        if (ports.contains("HTTPS:")) {
            return oldTls(balancer);
        }
        return balancer.isForTheInternet()
                ? Optional.of(balancer.problem(
                        "K28",
                        "The %s serves the Internet in plain text: it does not listen by HTTPS."
                                .formatted(balancer.placed().label()),
                        "let it listen on 443 and send browsers there, as .exposedAt(at(host, certificate)) does"))
                : Optional.empty();
    }

    private static Optional<Problem> oldTls(Balancer balancer) {
        return balancer.say("ssl-policy")
                        .filter(policy -> MODERN.matcher(policy).matches())
                        .isPresent()
                ? Optional.empty()
                : Optional.of(balancer.problem(
                        "K28",
                        "The %s listens by HTTPS with the policy `%s`, which allows versions of TLS before 1.2."
                                .formatted(
                                        balancer.placed().label(),
                                        balancer.say("ssl-policy").orElse("ELBSecurityPolicy-2016-08")),
                        "`alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-TLS13-1-2-2021-06`"));
    }

    private static boolean listens(String ports, String port) {
        return ports.contains("{HTTPS:" + port + "}");
    }
}
