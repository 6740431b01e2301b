package dev.groundplan.terraform.bindings;

import com.google.errorprone.annotations.CheckReturnValue;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What all generated classes have in common. */
final class BindingClass {

    private BindingClass() {}

    /** A class that extends {@code binding} and wraps a value of class {@code element}. */
    static TypeSpec.Builder extending(Class<?> binding, ClassName name, Class<?> element) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotation(CheckReturnValue.class)
                .superclass(ParameterizedTypeName.get(ClassName.get(binding), name))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(element, "element")
                        .addStatement("super(element)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("rebound")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(name)
                        .addParameter(element, "element")
                        .addStatement("return new $T(element)", name)
                        .build());
    }
}
