package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import javax.lang.model.element.Modifier;

/** The class of a resource, a data source, an ephemeral resource or a provider. */
final class ElementClass {

    private final ProviderSchema schema;
    private final ElementKind kind;
    private final String terraformType;
    private final BlockSchema block;
    private final ClassName name;
    private final TypeSpec.Builder type;

    ElementClass(String packageName, ProviderSchema schema, ElementKind kind, String terraformType, BlockSchema block) {
        this.schema = schema;
        this.kind = kind;
        this.terraformType = terraformType;
        this.block = block;
        this.name = ClassName.get(packageName, kind.className(terraformType));
        this.type = BindingClass.extending(kind.binding(), name, kind.element());
    }

    TypeSpec spec() {
        type.addJavadoc(
                "The $L {@code $L} of {@code $L}, version $L.",
                kind.words(),
                terraformType,
                schema.source(),
                schema.version());
        var members = new MemberMethods(name, terraformType, type::addMethod);
        type.addMethod(factory(members));
        members.addSetters(block);
        if (kind != ElementKind.PROVIDER) {
            addReaders();
        }
        BlockClass.addAll(type, name, terraformType, block);
        return type.build();
    }

    private MethodSpec factory(MemberMethods members) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name);
        if (kind == ElementKind.PROVIDER) {
            factory.addJavadoc("Makes the provider's block {@code $L} from what it requires.", terraformType);
            factory.addCode("return new $T($T.of($S)", name, kind.element(), terraformType);
        } else {
            factory.addJavadoc("Makes a {@code $L} from its name in Terraform and what it requires.", terraformType);
            factory.addParameter(String.class, "terraformName");
            factory.addCode("return new $T($T.of($S, terraformName)", name, kind.element(), terraformType);
        }
        members.addRequired(factory, block);
        return factory.addCode(");\n").build();
    }

    /** A write-only attribute has no reader: it would always be null. */
    private void addReaders() {
        block.attributes().forEach((attribute, schema) -> {
            if (!schema.writeOnly()) {
                type.addMethod(MethodSpec.methodBuilder(JavaNames.reader(attribute))
                        .addJavadoc("$L", Descriptions.reader(terraformType + "." + attribute, schema))
                        .addModifiers(Modifier.PUBLIC)
                        .returns(JavaTypes.expression(schema.type()))
                        .addStatement("return read($S)", attribute)
                        .build());
            }
        });
    }
}
