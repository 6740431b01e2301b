package dev.groundplan.kubernetes;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerBuilder;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes every kind write what it knows only: no {@code status}, and no field that fabric8 has kept aside. */
final class KnownFields extends BeanSerializerModifier {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        if (HasMetadata.class.isAssignableFrom(bean.getBeanClass())) {
            properties.removeIf(property -> property.getName().equals("status"));
        }
        return properties;
    }

    @Override
    public BeanSerializerBuilder updateBuilder(
            SerializationConfig config, BeanDescription bean, BeanSerializerBuilder builder) {
        // Jackson keeps the writer of fields without a type beside the others, or among them where it has a name
        @Nullable AnyGetterWriter beside = builder.getAnyGetter();
        if (beside != null) {
            builder.setAnyGetter(replacement(beside, bean));
        }
        builder.getProperties()
                .replaceAll(writer -> writer instanceof AnyGetterWriter any ? replacement(any, bean) : writer);
        return builder;
    }

    private static AnyGetterWriter replacement(AnyGetterWriter replaced, BeanDescription bean) {
        boolean free = bean.getBeanClass() == GenericKubernetesResource.class;
        return free ? new FreeFields(replaced, bean) : new AsideFields(replaced, bean);
    }
}
