package dev.groundplan.check;

import dev.groundplan.describe.Allowance;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import java.util.List;
import java.util.stream.Stream;

/** The findings of a platform that are meant to be so. */
record Allowances(ExpandedPlatform platform, List<Allowance> all) {

    static Allowances of(ExpandedPlatform platform) {
        return new Allowances(platform, platform.platform().allowances());
    }

    /** What remains of these problems, and a problem for each allowance of none of them. */
    List<Problem> applyTo(List<Problem> problems) {
        var remaining =
                problems.stream().filter(problem -> all.stream().noneMatch(allowance -> isMeant(allowance, problem)));
        var idle = all.stream()
                .filter(allowance -> problems.stream().noneMatch(problem -> isMeant(allowance, problem)))
                .map(this::problem);
        return Stream.concat(remaining, idle).toList();
    }

    private static boolean isMeant(Allowance allowance, Problem problem) {
        return problem.id().equals(allowance.check())
                && problem.at().path().contains(allowance.part().toString());
    }

    private Problem problem(Allowance allowance) {
        return new Problem(
                "P06",
                "The finding `%s` of the %s is allowed, and there is none."
                        .formatted(allowance.check(), allowance.part()),
                Place.of(platform.platform()).down("allowance of `" + allowance.check() + "`", allowance.line()),
                "take the allowance out, or name the part that the finding is at");
    }
}
