package dev.groundplan.check;

import dev.groundplan.describe.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A platform that may not be written: the message lists every problem, and the environments that have it. */
public final class InvalidPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient SequencedMap<Problem, List<Environment>> problems;

    private InvalidPlatformException(SequencedMap<Problem, List<Environment>> problems) {
        super(message(problems));
        this.problems = Collections.unmodifiableSequencedMap(problems);
    }

    /** Throws if there is any problem in any of the environments. */
    public static void throwIfAny(SequencedMap<Environment, List<Problem>> found) {
        var problems = new LinkedHashMap<Problem, List<Environment>>();
        found.forEach((environment, list) -> list.forEach(problem ->
                problems.computeIfAbsent(problem, unseen -> new ArrayList<>()).add(environment)));
        if (!problems.isEmpty()) {
            throw new InvalidPlatformException(problems);
        }
    }

    /** Returns the problems, each with the environments that have it. */
    public SequencedMap<Problem, List<Environment>> problems() {
        return problems;
    }

    private static String message(SequencedMap<Problem, List<Environment>> problems) {
        var list = problems.entrySet().stream()
                .map(entry -> entry.getKey().text(names(entry.getValue())))
                .collect(Collectors.joining("\n"));
        return list + "\n" + (problems.size() == 1 ? "1 error" : problems.size() + " errors")
                + ", so nothing was written.";
    }

    private static String names(List<Environment> environments) {
        return environments.stream().map(Environment::toString).collect(Collectors.joining(", "));
    }
}
