package dev.groundplan.github;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text of a workflow in a place where GitHub evaluates expressions: literal, but for the expressions put into it.
 *
 * <p>A literal <code>${{</code> stays one: it renders to <code>${{ '${{' }}</code>.
 */
public final class Text {

    private static final String OPENING = "${{";
    private static final String ESCAPED = "${{ '${{' }}";

    private final List<Object> pieces;

    private Text(List<Object> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Returns a text that is only literal. */
    public static Text text(String literal) {
        return new Text(List.of(literal));
    }

    /** Returns a text that is only an expression's value. */
    public static Text text(Expression expression) {
        return new Text(List.of(expression));
    }

    /** Returns this text and a literal behind it. */
    public Text and(String literal) {
        if (pieces.getLast() instanceof String last) {
            var longer = new ArrayList<>(pieces.subList(0, pieces.size() - 1));
            longer.add(last + literal);
            return new Text(longer);
        }
        return plus(literal);
    }

    /** Returns this text and an expression's value behind it. */
    public Text and(Expression expression) {
        return plus(expression);
    }

    /** Returns the expressions in it, in order. */
    public List<Expression> expressions() {
        return pieces.stream()
                .filter(Expression.class::isInstance)
                .map(Expression.class::cast)
                .toList();
    }

    /** Returns the literal pieces, one after the other: what the text says without its expressions. */
    public String literal() {
        return pieces.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining());
    }

    /** Returns whether it holds no expression. */
    public boolean isLiteral() {
        return expressions().isEmpty();
    }

    /** Returns the text as a workflow spells it. */
    @Override
    public String toString() {
        return pieces.stream()
                .map(piece -> piece instanceof String literal ? literal.replace(OPENING, ESCAPED) : piece.toString())
                .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text that && pieces.equals(that.pieces);
    }

    @Override
    public int hashCode() {
        return pieces.hashCode();
    }

    private Text plus(Object piece) {
        var longer = new ArrayList<>(pieces);
        longer.add(piece);
        return new Text(longer);
    }
}
