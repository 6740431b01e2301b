package dev.groundplan.terraform;

/**
 * Terraform's operators.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/operators">operators</a>
 */
public final class Operators {

    private Operators() {}

    /** Returns {@code left + right}. */
    public static Expression<Number> sum(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.PLUS, left, right);
    }

    /** Returns {@code left - right}. */
    public static Expression<Number> difference(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.MINUS, left, right);
    }

    /** Returns {@code left * right}. */
    public static Expression<Number> product(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.TIMES, left, right);
    }

    /** Returns {@code left / right}. */
    public static Expression<Number> quotient(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.DIVIDED, left, right);
    }

    /** Returns {@code left % right}. */
    public static Expression<Number> remainder(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.REMAINDER, left, right);
    }

    /** Returns {@code left == right}. */
    public static Expression<Boolean> equal(Expression<?> left, Expression<?> right) {
        return new BinaryExpression<>(BinaryOperator.EQUAL, left, right);
    }

    /** Returns {@code left != right}. */
    public static Expression<Boolean> notEqual(Expression<?> left, Expression<?> right) {
        return new BinaryExpression<>(BinaryOperator.NOT_EQUAL, left, right);
    }

    /** Returns {@code left < right}. */
    public static Expression<Boolean> less(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.LESS, left, right);
    }

    /** Returns {@code left <= right}. */
    public static Expression<Boolean> lessOrEqual(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.LESS_OR_EQUAL, left, right);
    }

    /** Returns {@code left > right}. */
    public static Expression<Boolean> greater(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.GREATER, left, right);
    }

    /** Returns {@code left >= right}. */
    public static Expression<Boolean> greaterOrEqual(Expression<Number> left, Expression<Number> right) {
        return new BinaryExpression<>(BinaryOperator.GREATER_OR_EQUAL, left, right);
    }

    /** Returns {@code left && right}. */
    public static Expression<Boolean> and(Expression<Boolean> left, Expression<Boolean> right) {
        return new BinaryExpression<>(BinaryOperator.AND, left, right);
    }

    /** Returns {@code left || right}. */
    public static Expression<Boolean> or(Expression<Boolean> left, Expression<Boolean> right) {
        return new BinaryExpression<>(BinaryOperator.OR, left, right);
    }

    /** Returns {@code !operand}. */
    public static Expression<Boolean> not(Expression<Boolean> operand) {
        return new UnaryExpression<>("!", operand);
    }

    /** Returns {@code -operand}. */
    public static Expression<Number> negated(Expression<Number> operand) {
        return new UnaryExpression<>("-", operand);
    }
}
