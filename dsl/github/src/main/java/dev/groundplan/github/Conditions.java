package dev.groundplan.github;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conditions under which jobs and steps run: spelt bare, without braces. */
final class Conditions {

    private Conditions() {}

    /** GitHub takes a condition with braces inside for a text that is always true. */
    static Expression bare(Expression condition) {
        if (condition.text().contains("${{")) {
            throw Refusal.of(
                    "The condition `%s` holds `${{`, and a condition knows no escape: compare with another text.",
                    condition.text());
        }
        return condition;
    }

    /** Both that one of the events came and that the condition holds. */
    static Optional<Expression> of(List<Event> events, Optional<Expression> condition) {
        if (events.isEmpty()) {
            return condition;
        }
        var event = Expression.expression(events.stream()
                .map(name -> "github.event_name == '" + name + "'")
                .collect(Collectors.joining(" || ")));
        return Optional.of(condition.isPresent() ? condition.get().and(event) : event);
    }
}
