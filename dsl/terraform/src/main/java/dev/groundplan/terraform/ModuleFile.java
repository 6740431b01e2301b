package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.groundplan.files.Content;
import dev.groundplan.terraform.Address.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The blocks of one file, in the order that {@link RootModule} promises. */
final class ModuleFile implements Content {

    private static final List<Kind> ORDER = List.of(
            Kind.TERRAFORM,
            Kind.PROVIDER,
            Kind.VARIABLE,
            Kind.LOCAL,
            Kind.DATA_SOURCE,
            Kind.EPHEMERAL_RESOURCE,
            Kind.RESOURCE,
            Kind.MODULE,
            Kind.OUTPUT,
            Kind.MOVED,
            Kind.REMOVED,
            Kind.IMPORT,
            Kind.CHECK);

    private final List<Element> elements;

    ModuleFile(List<Element> elements) {
        this.elements = elements.stream()
                .sorted(Comparator.comparing(
                                (Element element) -> element.address().type())
                        .thenComparing(element -> element.address().name()))
                .toList();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Kind kind : ORDER) {
            List<Element> ofKind = elements.stream()
                    .filter(element -> element.address().kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                write(kind, ofKind, generator);
            }
        }
        generator.writeEndObject();
    }

    private static void write(Kind kind, List<Element> elements, JsonGenerator to) throws IOException {
        switch (kind) {
            case TERRAFORM -> writeAll("terraform", elements, to);
            case PROVIDER -> writeByType("provider", elements, to);
            case VARIABLE -> writeByName("variable", elements, to);
            case LOCAL -> writeByName("locals", elements, to);
            case DATA_SOURCE -> writeByTypeAndName("data", elements, to);
            case EPHEMERAL_RESOURCE -> writeByTypeAndName("ephemeral", elements, to);
            case RESOURCE -> writeByTypeAndName("resource", elements, to);
            case MODULE -> writeByName("module", elements, to);
            case OUTPUT -> writeByName("output", elements, to);
            case MOVED -> writeAll("moved", elements, to);
            case REMOVED -> writeAll("removed", elements, to);
            case IMPORT -> writeAll("import", elements, to);
            case CHECK -> writeByName("check", elements, to);
        }
    }

    private static void writeAll(String field, List<Element> elements, JsonGenerator to) throws IOException {
        to.writeFieldName(field);
        JsonSyntax.writeOneOrMore(elements, Element::writeTo, to);
    }

    private static void writeByName(String field, List<Element> elements, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(field);
        for (Element element : elements) {
            to.writeFieldName(element.address().name());
            element.writeTo(to);
        }
        to.writeEndObject();
    }

    private static void writeByType(String field, List<Element> elements, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(field);
        for (var type : byType(elements).entrySet()) {
            writeAll(type.getKey(), type.getValue(), to);
        }
        to.writeEndObject();
    }

    private static void writeByTypeAndName(String field, List<Element> elements, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(field);
        for (var type : byType(elements).entrySet()) {
            writeByName(type.getKey(), type.getValue(), to);
        }
        to.writeEndObject();
    }

    private static Map<String, List<Element>> byType(List<Element> elements) {
        Map<String, List<Element>> types = new TreeMap<>();
        elements.forEach(element -> types.computeIfAbsent(element.address().type(), type -> new ArrayList<>())
                .add(element));
        return types;
    }
}
