package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds names of load balancers and their groups that AWS would refuse, or that two load balancers share. */
final class BalancerNameTaken implements ElementsCheck {

    private static final Pattern NAME = Pattern.compile("(?!internal-)[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?");
    private static final Pattern GROUP = Pattern.compile("[a-z0-9]([-.a-z0-9]{0,61}[a-z0-9])?");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var firsts = new LinkedHashMap<String, Balancer>();
        var problems = new ArrayList<Problem>();
        for (var balancer : Balancer.all(platform)) {
            outOfGrammar(balancer).ifPresent(problems::add);
            balancer.say("load-balancer-name").ifPresent(name -> {
                var first = firsts.putIfAbsent(name, balancer);
                if (first != null && !shareOne(first, balancer)) {
                    problems.add(taken(balancer, first, name));
                }
            });
        }
        return problems;
    }

    private static Optional<Problem> outOfGrammar(Balancer balancer) {
        return balancer.say("load-balancer-name")
                .filter(name -> !NAME.matcher(name).matches())
                .map(name -> problem(
                        balancer,
                        "The %s names its load balancer `%s`, %s characters long: AWS takes 1 to 32 letters, digits and hyphens, no hyphen first or last, and not `internal-` first."
                                .formatted(balancer.placed().label(), name, name.length())))
                .or(() -> balancer.say("group.name")
                        .filter(name -> !GROUP.matcher(name).matches())
                        .map(name -> problem(
                                balancer,
                                "The %s names its group `%s`, %s characters long: the controller takes 1 to 63 lower-case letters, digits, `-` and `.`, first and last a letter or digit."
                                        .formatted(balancer.placed().label(), name, name.length()))));
    }

    private static boolean shareOne(Balancer one, Balancer other) {
        return one.say("group.name").isPresent() && one.say("group.name").equals(other.say("group.name"));
    }

    private static Problem taken(Balancer balancer, Balancer first, String name) {
        return balancer.problem(
                "X30",
                "The %s names its load balancer `%s`, and so does the %s: a region has each name once."
                        .formatted(
                                balancer.placed().label(), name, first.placed().label()),
                "give one of them another name, or let both share a load balancer, as in at(…).inGroup(\"public\")");
    }

    private static Problem problem(Balancer balancer, String what) {
        return balancer.problem(
                "X30", what, "shorten the names that it is composed of: platform, environment and part");
    }
}
