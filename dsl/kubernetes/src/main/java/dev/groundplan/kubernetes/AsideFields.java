package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that fabric8 read, did not know and kept aside: none is written, each is told to {@link UnknownFields}. */
final class AsideFields extends AnyGetterWriter {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient AnnotatedMember getter;
    private final List<String> known;

    AsideFields(AnyGetterWriter replaced, BeanDescription bean) {
        super(replaced, new BeanProperty.Bogus(), bean.findAnyGetter(), null);
        getter = bean.findAnyGetter();
        known = bean.findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .toList();
    }

    @Override
    public void getAndSerialize(Object bean, JsonGenerator generator, SerializerProvider provider) {
        @Nullable Object aside = getter.getValue(bean);
        if (aside instanceof Map<?, ?> fields && !fields.isEmpty()) {
            UnknownFields.of(provider).add(generator.getOutputContext(), fields.keySet(), known);
        }
    }

    @Override
    public void fixAccess(SerializationConfig config) {}

    @Override
    public void resolve(SerializerProvider provider) {}
}
