package dev.groundplan.terraform;

import dev.groundplan.terraform.TerraformText.Next;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints expressions in Terraform's native syntax, on one line, with no more parentheses than it needs.
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/expressions/operators">order of operations</a>
 */
final class NativeSyntax {

    private static final int LOOSEST = 0;
    private static final int UNARY = 7;
    private static final int SPLAT = 8;
    private static final int TIGHTEST = 9;

    private NativeSyntax() {}

    static String print(Expression<?> expression) {
        return switch (expression) {
            case TextLiteral text -> '"' + TerraformText.inQuotes(text.value(), Next.END) + '"';
            case NumberLiteral number -> number.digits();
            case BoolLiteral bool -> Boolean.toString(bool.value());
            case NullLiteral<?> none -> "null";
            case ListExpression<?> list ->
                list.elements().stream().map(NativeSyntax::print).collect(Collectors.joining(", ", "[", "]"));
            case ObjectExpression<?> object ->
                object.entries().stream().map(NativeSyntax::entry).collect(Collectors.joining(", ", "{", "}"));
            case ComputedExpression<?> computed -> printComputed(computed);
        };
    }

    private static String printComputed(ComputedExpression<?> expression) {
        return switch (expression) {
            case ReferenceExpression<?> reference -> reference.address().toString();
            case ScopeExpression<?> scope ->
                scope.attribute().isEmpty() ? scope.root() : scope.root() + "." + scope.attribute();
            case LoopVariable<?> variable -> variable.name();
            case AttributeExpression<?> attribute -> at(TIGHTEST, attribute.source()) + "." + attribute.name();
            case IndexExpression<?> index -> at(TIGHTEST, index.source()) + "[" + print(index.index()) + "]";
            case SplatExpression<?> splat -> splat(splat);
            case CallExpression<?> call -> call(call);
            case ConditionalExpression<?> choice ->
                at(LOOSEST + 1, choice.condition()) + " ? " + print(choice.whenTrue()) + " : "
                        + print(choice.whenFalse());
            case ListForExpression<?> loop ->
                "[" + forIn(loop.head()) + print(loop.result()) + condition(loop.head()) + "]";
            case MapForExpression<?> loop -> mapFor(loop);
            case TemplateExpression template -> parts(template.parts());
            case BinaryExpression<?> operation -> binary(operation);
            case UnaryExpression<?> operation -> operation.operator() + at(UNARY, operation.operand());
        };
    }

    private static String at(int needed, Expression<?> expression) {
        String text = print(expression);
        return tightness(expression) < needed ? "(" + text + ")" : text;
    }

    private static int tightness(Expression<?> expression) {
        return switch (expression) {
            case ConditionalExpression<?> choice -> LOOSEST;
            case BinaryExpression<?> operation -> operation.operator().precedence();
            case UnaryExpression<?> operation -> UNARY;
            case NumberLiteral number -> UNARY;
            case SplatExpression<?> splat -> SPLAT;
            default -> TIGHTEST;
        };
    }

    private static String binary(BinaryExpression<?> operation) {
        int precedence = operation.operator().precedence();
        return at(precedence, operation.left())
                + " " + operation.operator().symbol() + " "
                + at(precedence + 1, operation.right());
    }

    private static String splat(SplatExpression<?> splat) {
        return at(TIGHTEST, splat.source())
                + "[*]"
                + splat.attributes().stream().map(name -> "." + name).collect(Collectors.joining());
    }

    private static String call(CallExpression<?> call) {
        return call.arguments().stream()
                .map(NativeSyntax::print)
                .collect(Collectors.joining(", ", call.function() + "(", call.spread() ? "...)" : ")"));
    }

    private static String mapFor(MapForExpression<?> loop) {
        return "{"
                + forIn(loop.head())
                + print(loop.key())
                + " => "
                + print(loop.result())
                + (loop.grouped() ? "..." : "")
                + condition(loop.head())
                + "}";
    }

    private static String forIn(LoopHead head) {
        return "for " + head.names() + " in " + print(head.source()) + " : ";
    }

    private static String condition(LoopHead head) {
        return head.condition().map(condition -> " if " + print(condition)).orElse("");
    }

    private static String entry(ObjectExpression.Entry entry) {
        return key(entry.key()) + " = " + print(entry.value());
    }

    private static String key(Expression<String> key) {
        return switch (key) {
            case TextLiteral text
            when Identifier.matches(text.value()) && !Identifier.isKeyword(text.value()) -> text.value();
            case TextLiteral text -> print(text);
            case TemplateExpression template -> print(template);
            default -> "(" + print(key) + ")";
        };
    }

    private static String parts(List<Expression<?>> parts) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < parts.size(); i++) {
            Next follows = i + 1 < parts.size() ? Next.INTERPOLATION : Next.END;
            text.append(
                    parts.get(i) instanceof TextLiteral literal
                            ? TerraformText.inQuotes(literal.value(), follows)
                            : "${" + print(parts.get(i)) + "}");
        }
        return text.append('"').toString();
    }
}
