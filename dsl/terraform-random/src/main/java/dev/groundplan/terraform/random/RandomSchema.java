package dev.groundplan.terraform.random;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.EphemeralResource;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.terraform.schema.ProviderSchemas;
import dev.groundplan.terraform.schema.SchemaCheck;

/**
 * All that hashicorp/random accepts, and the way to describe a type that has no class of its own. Each factory compares the
 * body with the schema at once and refuses it with all its faults in one {@code IllegalArgumentException}.
 */
@CheckReturnValue
public final class RandomSchema {

    private RandomSchema() {}

    /** Returns the schema of the provider; a type in it is parsed when it is first asked for. */
    public static ProviderSchema schema() {
        return Loaded.SCHEMA;
    }

    /** Makes a resource of any type, such as {@code random_pet}. */
    public static Resource resource(String type, String name, Body body) {
        return SchemaCheck.require(schema(), Resource.of(type, name).withBody(body));
    }

    /** Makes an ephemeral resource of any type, such as {@code random_password}. */
    public static EphemeralResource ephemeralResource(String type, String name, Body body) {
        return SchemaCheck.require(schema(), EphemeralResource.of(type, name).withBody(body));
    }

    private static final class Loaded {
        static final ProviderSchema SCHEMA = ProviderSchemas.read(RandomSchema.class, "random.schema");
    }
}
