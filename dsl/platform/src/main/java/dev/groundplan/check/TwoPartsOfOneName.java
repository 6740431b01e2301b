package dev.groundplan.check;

import dev.groundplan.describe.Part;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Platform;
import dev.groundplan.expand.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds parts of the same kind and name: their files and addresses would be the same. */
final class TwoPartsOfOneName implements PartsCheck {

    @Override
    public List<Problem> find(Platform platform) {
        var seen = new LinkedHashMap<PartId, Part>();
        var problems = new ArrayList<Problem>();
        for (var part : platform.parts()) {
            var first = seen.putIfAbsent(part.id(), part);
            if (first != null) {
                problems.add(problem(platform, first, part));
            }
        }
        return problems;
    }

    private static Problem problem(Platform platform, Part first, Part second) {
        return new Problem(
                "P01",
                "There are two parts called %s: the first is at %s.".formatted(first.id(), first.line()),
                Place.of(platform, second),
                mend(first, second));
    }

    /** One line made both: one value was handed over twice, or with a change that made a copy of it. */
    private static String mend(Part first, Part second) {
        return first.line().equals(second.line())
                ? "hand over one of them, and that as the last .withX(…) call returned it"
                : "give one of them another name, or leave one out";
    }
}
