package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.schema.SchemaType;
import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.ObjectOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import dev.groundplan.terraform.schema.SchemaType.TupleOf;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Types of Terraform as types of Java. */
final class JavaTypes {

    private static final ClassName EXPRESSION = ClassName.get(Expression.class);

    private JavaTypes() {}

    static TypeName expression(SchemaType type) {
        return ParameterizedTypeName.get(EXPRESSION, value(type));
    }

    /** What an expression of the type stands for. */
    private static TypeName value(SchemaType type) {
        return switch (type) {
            case Primitive.STRING -> ClassName.get(String.class);
            case Primitive.NUMBER -> ClassName.get(Number.class);
            case Primitive.BOOL -> ClassName.get(Boolean.class);
            case Primitive.DYNAMIC -> ClassName.OBJECT;
            case ListOf list -> listOf(list.element());
            case SetOf set -> listOf(set.element());
            case MapOf map -> mapOf(map.element());
            case ObjectOf object -> ClassName.OBJECT;
            case TupleOf tuple -> ClassName.OBJECT;
        };
    }

    private static TypeName listOf(SchemaType element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), value(element));
    }

    private static TypeName mapOf(SchemaType element) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), value(element));
    }

    /** The type of a literal that may be given instead of an expression, if there is one. */
    static Optional<TypeName> literal(SchemaType type) {
        return Optional.ofNullable(
                switch (type) {
                    case Primitive.STRING -> ClassName.get(String.class);
                    case Primitive.NUMBER -> TypeName.LONG;
                    case Primitive.BOOL -> TypeName.BOOLEAN;
                    case ListOf(var element) when element == Primitive.STRING -> strings(Collection.class);
                    case SetOf(var element) when element == Primitive.STRING -> strings(Collection.class);
                    case MapOf(var element)
                    when element == Primitive.STRING ->
                        ParameterizedTypeName.get(SequencedMap.class, String.class, String.class);
                    default -> null;
                });
    }

    private static TypeName strings(Class<?> collection) {
        return ParameterizedTypeName.get(collection, String.class);
    }
}
