package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.groundplan.terraform.BlockBinding;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.schema.BlockSchema;
import javax.lang.model.element.Modifier;

/** The class of a nested block, with the classes of the blocks inside it. */
final class BlockClass {

    private BlockClass() {}

    /** Adds the classes of all blocks in {@code block} to the class of what they stand in. */
    static void addAll(TypeSpec.Builder outer, ClassName owner, String path, BlockSchema block) {
        block.blocks().forEach((name, nested) -> {
            ClassName type = owner.nestedClass(JavaNames.blockClass(name, owner.simpleNames()));
            outer.addType(spec(type, path + "." + name, nested.block()));
        });
    }

    private static TypeSpec spec(ClassName name, String path, BlockSchema block) {
        TypeSpec.Builder type = BindingClass.extending(BlockBinding.class, name, Body.class)
                .addModifiers(Modifier.STATIC)
                .addJavadoc("The block {@code $L}.", path);
        var members = new MemberMethods(name, path, type::addMethod);
        type.addMethod(factory(name, path, block, members));
        members.addSetters(block);
        addAll(type, name, path, block);
        return type.build();
    }

    private static MethodSpec factory(ClassName name, String path, BlockSchema block, MemberMethods members) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder("of")
                .addJavadoc("Makes a block {@code $L} from what it requires.", path)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name);
        factory.addCode("return new $T($T.empty()", name, Body.class);
        members.addRequired(factory, block);
        return factory.addCode(");\n").build();
    }
}
