package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.terraform.schema.ProviderSchemas;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileManager.Location;
import javax.tools.StandardLocation;

/** Makes the classes that {@link ProviderBindings} asks for. The compiler finds it by itself on its class path. */
public final class BindingsProcessor extends AbstractProcessor {

    // Maven copies resources to the classes before it compiles; other tools put them on the class path or beside the
    // sources.
    private static final List<Location> PLACES =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.CLASS_PATH, StandardLocation.SOURCE_PATH);

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ProviderBindings.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (Element element : round.getElementsAnnotatedWith(ProviderBindings.class)) {
            try {
                generate((PackageElement) element, element.getAnnotation(ProviderBindings.class));
            } catch (IllegalArgumentException e) {
                String.valueOf(e.getMessage())
                        .lines()
                        .forEach(fault ->
                                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, fault, element));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    private void generate(PackageElement target, ProviderBindings wanted) throws IOException {
        String name = target.getQualifiedName().toString();
        for (TypeSpec type : BindingClasses.of(name, schema(name, wanted), wanted)) {
            JavaFile.builder(name, type)
                    .skipJavaLangImports(true)
                    .indent("    ")
                    .build()
                    .writeTo(processingEnv.getFiler());
        }
    }

    private ProviderSchema schema(String target, ProviderBindings wanted) throws IOException {
        for (Location place : PLACES) {
            Optional<ProviderSchema> schema = schema(place, target, wanted.schema());
            if (schema.isPresent()) {
                return schema.get();
            }
        }
        throw new IllegalArgumentException("The schema `%s` is not there. Put it into `src/main/resources/%s/%s`."
                .formatted(wanted.schema(), target.replace('.', '/'), wanted.schema()));
    }

    private Optional<ProviderSchema> schema(Location place, String target, String name) throws IOException {
        try (Reader text =
                processingEnv.getFiler().getResource(place, target, name).openReader(false)) {
            return Optional.of(ProviderSchemas.read(name, text));
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
