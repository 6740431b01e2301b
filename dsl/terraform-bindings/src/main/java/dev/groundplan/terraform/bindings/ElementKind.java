package dev.groundplan.terraform.bindings;

import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.DataSourceBinding;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.EphemeralResourceBinding;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.ProviderBinding;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.ResourceBinding;

/** What of the Terraform language a class stands for. */
enum ElementKind {
    PROVIDER("provider", "", Provider.class, ProviderBinding.class),
    RESOURCE("resource type", "", Resource.class, ResourceBinding.class),
    DATA_SOURCE("data source", "Data", DataSource.class, DataSourceBinding.class),
    EPHEMERAL_RESOURCE("ephemeral resource", "Ephemeral", EphemeralResource.class, EphemeralResourceBinding.class);

    private final String words;
    private final String prefix;
    private final Class<?> element;
    private final Class<?> binding;

    ElementKind(String words, String prefix, Class<?> element, Class<?> binding) {
        this.words = words;
        this.prefix = prefix;
        this.element = element;
        this.binding = binding;
    }

    /** What to call it in messages. */
    String words() {
        return words;
    }

    /** The name of the class for a type. */
    String className(String type) {
        return prefix + JavaNames.upper(type) + (this == PROVIDER ? "Provider" : "");
    }

    /** The class of the untyped element behind. */
    Class<?> element() {
        return element;
    }

    /** The class to extend. */
    Class<?> binding() {
        return binding;
    }
}
