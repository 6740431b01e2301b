package dev.groundplan.kubernetes;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.AnyGetterWriter;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.TreeMap;

/** The fields of an object whose kind has no type: all of them, sorted, without the {@code status}. */
final class FreeFields extends AnyGetterWriter {

    @Serial
    private static final long serialVersionUID = 1;

    FreeFields(AnyGetterWriter replaced, BeanDescription bean) {
        super(replaced, new BeanProperty.Bogus(), bean.findAnyGetter(), null);
    }

    @Override
    public void getAndSerialize(Object bean, JsonGenerator generator, SerializerProvider provider) throws IOException {
        var fields = new TreeMap<>(((GenericKubernetesResource) bean).getAdditionalProperties());
        fields.remove("status");
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            provider.defaultSerializeField(field.getKey(), field.getValue(), generator);
        }
    }

    @Override
    public void fixAccess(SerializationConfig config) {}

    @Override
    public void resolve(SerializerProvider provider) {}
}
