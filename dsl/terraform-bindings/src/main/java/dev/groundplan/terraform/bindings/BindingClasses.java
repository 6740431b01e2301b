package dev.groundplan.terraform.bindings;

import com.palantir.javapoet.TypeSpec;
import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.schema.BlockSchema;
import dev.groundplan.terraform.schema.ProviderSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** The classes of one provider. */
final class BindingClasses {

    private final String packageName;
    private final ProviderSchema schema;
    private final List<TypeSpec> classes = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private BindingClasses(String packageName, ProviderSchema schema) {
        this.packageName = packageName;
        this.schema = schema;
    }

    static List<TypeSpec> of(String packageName, ProviderSchema schema, ProviderBindings wanted) {
        if (!schema.version().equals(wanted.version())) {
            throw new IllegalArgumentException(
                    "The schema `%s` describes %s %s, and the bindings are for %s. Write version = \"%s\"."
                            .formatted(
                                    wanted.schema(),
                                    schema.source(),
                                    schema.version(),
                                    wanted.version(),
                                    schema.version()));
        }
        var bindings = new BindingClasses(packageName, schema);
        bindings.add(ElementKind.PROVIDER, JavaNames.localName(schema), schema.configuration());
        bindings.addAll(ElementKind.RESOURCE, wanted.resources(), schema.resources());
        bindings.addAll(ElementKind.DATA_SOURCE, wanted.dataSources(), schema.dataSources());
        bindings.addAll(ElementKind.EPHEMERAL_RESOURCE, wanted.ephemeralResources(), schema.ephemeralResources());
        if (!bindings.unknown.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", bindings.unknown));
        }
        return bindings.classes;
    }

    private void addAll(ElementKind kind, String[] types, SortedMap<String, BlockSchema> known) {
        for (String type : new TreeSet<>(List.of(types))) {
            BlockSchema block = known.get(type);
            if (block == null) {
                unknown.add("%s %s has no %s `%s`.%s"
                        .formatted(
                                schema.source(),
                                schema.version(),
                                kind.words(),
                                type,
                                NearestName.question(type, known.keySet())));
            } else {
                add(kind, type, block);
            }
        }
    }

    private void add(ElementKind kind, String type, BlockSchema block) {
        classes.add(new ElementClass(packageName, schema, kind, type, block).spec());
    }
}
