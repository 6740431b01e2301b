package dev.groundplan.terraform;

import java.util.stream.Stream;

/** Walks an expression. */
final class ExpressionTree {

    private ExpressionTree() {}

    static Stream<Address> references(Expression<?> expression) {
        return expression instanceof ReferenceExpression<?> reference
                ? Stream.of(reference.address())
                : children(expression).flatMap(ExpressionTree::references);
    }

    /** Returns the direct parts of an expression, in the order written. */
    static Stream<Expression<?>> children(Expression<?> expression) {
        return switch (expression) {
            case TextLiteral text -> Stream.empty();
            case NumberLiteral number -> Stream.empty();
            case BoolLiteral bool -> Stream.empty();
            case NullLiteral<?> none -> Stream.empty();
            case ListExpression<?> list -> list.elements().stream().map(element -> element);
            case ObjectExpression<?> object -> object.children();
            case ComputedExpression<?> computed -> childrenOfComputed(computed);
        };
    }

    private static Stream<Expression<?>> childrenOfComputed(ComputedExpression<?> expression) {
        return switch (expression) {
            case ReferenceExpression<?> reference -> Stream.empty();
            case ScopeExpression<?> scope -> Stream.empty();
            case LoopVariable<?> variable -> Stream.empty();
            case AttributeExpression<?> attribute -> Stream.of(attribute.source());
            case IndexExpression<?> index -> Stream.of(index.source(), index.index());
            case SplatExpression<?> splat -> Stream.of(splat.source());
            case CallExpression<?> call -> call.arguments().stream();
            case ConditionalExpression<?> choice ->
                Stream.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
            case ListForExpression<?> loop -> childrenOfLoop(loop.head(), Stream.of(loop.result()));
            case MapForExpression<?> loop -> childrenOfLoop(loop.head(), Stream.of(loop.key(), loop.result()));
            case TemplateExpression template -> template.parts().stream();
            case BinaryExpression<?> operation -> Stream.of(operation.left(), operation.right());
            case UnaryExpression<?> operation -> Stream.of(operation.operand());
        };
    }

    private static Stream<Expression<?>> childrenOfLoop(LoopHead head, Stream<Expression<?>> body) {
        return Stream.concat(Stream.of(head.source()), Stream.concat(body, head.condition().stream()));
    }

    /** Returns the names that something around the expression must bind, each as often as it is used. */
    static Stream<String> freeNames(Expression<?> expression) {
        return switch (expression) {
            case LoopVariable<?> variable -> Stream.of(variable.name());
            case ScopeExpression<?> scope -> Stream.of(scope.root());
            case ListForExpression<?> loop -> freeNamesOfLoop(loop.head(), Stream.of(loop.result()));
            case MapForExpression<?> loop -> freeNamesOfLoop(loop.head(), Stream.of(loop.key(), loop.result()));
            default -> children(expression).flatMap(ExpressionTree::freeNames);
        };
    }

    private static Stream<String> freeNamesOfLoop(LoopHead head, Stream<Expression<?>> body) {
        Stream<String> inside = Stream.concat(body, head.condition().stream())
                .flatMap(ExpressionTree::freeNames)
                .filter(name -> head.variables().stream()
                        .noneMatch(bound -> bound.name().equals(name)));
        return Stream.concat(freeNames(head.source()), inside);
    }
}
