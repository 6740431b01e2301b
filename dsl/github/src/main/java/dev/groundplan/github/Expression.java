package dev.groundplan.github;

import java.util.List;

/**
 * An expression that GitHub evaluates when a job runs: the only thing that renders to <code>${{ }}</code>.
 *
 * <p>{@link Expressions} makes the usual ones by name; {@link #expression} reads any other. Refused are what is no expression,
 * contexts and functions that GitHub does not have, and properties that the context {@code github} does not have.
 *
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/contexts">Contexts</a>
 */
public final class Expression {

    private final String text;
    private final List<Reference> references;

    private Expression(String text, List<Reference> references) {
        this.text = text;
        this.references = List.copyOf(references);
    }

    /**
     * What an expression reads: a context and the way into it, with {@code *} for what is only known when it runs.
     *
     * @param path such as {@code github}, {@code event}, {@code number}
     */
    public record Reference(List<String> path) {

        /** Keeps a copy of the path. */
        public Reference {
            path = List.copyOf(path);
        }

        /** Returns the context, such as {@code github}. */
        public String context() {
            return path.getFirst();
        }

        /** Returns whether the way begins with these steps. */
        public boolean startsWith(String... steps) {
            return path.size() >= steps.length && path.subList(0, steps.length).equals(List.of(steps));
        }

        @Override
        public String toString() {
            return String.join(".", path);
        }
    }

    /**
     * Returns the expression that {@code text} is, without <code>${{ }}</code> around it:
     * {@code github.event_name == 'push' && startsWith(github.ref, 'refs/tags/')}.
     */
    public static Expression expression(String text) {
        return new Expression(text, ExpressionReader.references(text));
    }

    /** Returns whether this equals a text, upper and lower case alike. */
    public Expression isEqualTo(String other) {
        return expression(operand() + " == " + quoted(other));
    }

    /** Returns whether this differs from a text. */
    public Expression isNotEqualTo(String other) {
        return expression(operand() + " != " + quoted(other));
    }

    /** Returns whether both hold. */
    public Expression and(Expression other) {
        return expression(operand() + " && " + other.operand());
    }

    /** Returns whether either holds. */
    public Expression or(Expression other) {
        return expression(operand() + " || " + other.operand());
    }

    /** Returns whether this does not hold. */
    public Expression not() {
        return expression("!" + operand());
    }

    /** Returns what the expression reads, in its order. */
    public List<Reference> references() {
        return references;
    }

    /** Returns the expression without <code>${{ }}</code>. */
    public String text() {
        return text;
    }

    /** Returns the expression as a text holds it: <code>${{ github.ref }}</code>. */
    @Override
    public String toString() {
        return "${{ " + text + " }}";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    static String quoted(String literal) {
        return "'" + literal.replace("'", "''") + "'";
    }

    private String operand() {
        return text.contains(" ") ? "(" + text + ")" : text;
    }
}
