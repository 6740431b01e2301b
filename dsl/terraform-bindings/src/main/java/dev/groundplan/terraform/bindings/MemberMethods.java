package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.groundplan.terraform.Expressions;
import dev.groundplan.terraform.schema.AttributeSchema;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.NestedBlockSchema;
import dev.groundplan.terraform.schema.SchemaType;
import dev.groundplan.terraform.schema.SchemaType.ListOf;
import dev.groundplan.terraform.schema.SchemaType.MapOf;
import dev.groundplan.terraform.schema.SchemaType.Primitive;
import dev.groundplan.terraform.schema.SchemaType.SetOf;
import java.util.Collection;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The methods that set what is in a block: for a whole element and for a nested block they look the same. */
final class MemberMethods {

    private final ClassName owner;
    private final String path;
    private final Consumer<MethodSpec> methods;

    /** @param path the block's place in Terraform's words, {@code aws_eks_cluster.vpc_config} */
    MemberMethods(ClassName owner, String path, Consumer<MethodSpec> methods) {
        this.owner = owner;
        this.path = path;
        this.methods = methods;
    }

    void addSetters(BlockSchema block) {
        block.attributes().forEach((name, attribute) -> {
            if (attribute.configurable()) {
                attribute(name, attribute);
            }
        });
        block.blocks().forEach(this::block);
    }

    /** The parameters of the factory and what it does with them: required attributes first, then required blocks. */
    void addRequired(MethodSpec.Builder factory, BlockSchema block) {
        block.attributes().forEach((name, attribute) -> {
            if (attribute.required()) {
                String parameter = JavaNames.parameter(name);
                factory.addParameter(JavaTypes.expression(attribute.type()), parameter);
                factory.addCode("\n        .with($S, $N)", name, parameter);
            }
        });
        block.blocks().forEach((name, nested) -> {
            if (nested.minItems() > 0) {
                String parameter = JavaNames.parameter(name);
                factory.addParameter(blockClass(name), parameter);
                factory.addCode("\n        .withBlock($S, $N.body())", name, parameter);
            }
        });
    }

    private void attribute(String name, AttributeSchema attribute) {
        String javadoc = Descriptions.setter(path + "." + name, attribute);
        String parameter = JavaNames.parameter(name);
        setter(name, javadoc, JavaTypes.expression(attribute.type()), CodeBlock.of("$N", parameter));
        JavaTypes.literal(attribute.type())
                .ifPresent(literal -> setter(
                        name,
                        javadoc,
                        literal,
                        CodeBlock.of("$T.$L($N)", Expressions.class, factory(attribute.type()), parameter)));
    }

    private void setter(String name, String javadoc, TypeName type, CodeBlock value) {
        methods.accept(with(name, javadoc)
                .addParameter(type, JavaNames.parameter(name))
                .addStatement("return set($S, $L)", name, value)
                .build());
    }

    /** The factory of {@link Expressions} for a literal of the type. */
    private static String factory(SchemaType type) {
        return switch (type) {
            case Primitive.NUMBER -> "number";
            case Primitive.BOOL -> "bool";
            case ListOf list -> "texts";
            case SetOf set -> "texts";
            case MapOf map -> "textMap";
            default -> "text";
        };
    }

    private void block(String name, NestedBlockSchema nested) {
        String javadoc = Descriptions.block(path + "." + name, nested);
        String parameter = JavaNames.parameter(name);
        ClassName type = blockClass(name);
        if (Descriptions.isSingle(nested)) {
            methods.accept(with(name, javadoc)
                    .addParameter(type, parameter)
                    .addStatement("return replace($S, $N)", name, parameter)
                    .build());
            return;
        }
        methods.accept(with(name, javadoc)
                .addParameter(ArrayTypeName.of(type), parameter)
                .varargs()
                .addStatement("return append($S, $N)", name, parameter)
                .build());
        methods.accept(with(name, javadoc)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Collection.class), type), parameter)
                .addStatement("return append($S, $N.toArray(new $T[0]))", name, parameter, type)
                .build());
    }

    private ClassName blockClass(String name) {
        return owner.nestedClass(JavaNames.blockClass(name, owner.simpleNames()));
    }

    private MethodSpec.Builder with(String name, String javadoc) {
        return MethodSpec.methodBuilder("with" + JavaNames.upper(name))
                .addJavadoc("$L", javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(owner);
    }
}
