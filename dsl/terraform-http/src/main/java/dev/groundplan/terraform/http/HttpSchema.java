package dev.groundplan.terraform.http;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.schema.ProviderSchema;
import dev.groundplan.terraform.schema.ProviderSchemas;
import dev.groundplan.terraform.schema.SchemaCheck;

/**
 * All that hashicorp/http accepts, and the way to describe a type that has no class of its own. The factory compares the
 * body with the schema at once and refuses it with all its faults in one {@code IllegalArgumentException}.
 */
@CheckReturnValue
public final class HttpSchema {

    private HttpSchema() {}

    /** Returns the schema of the provider; a type in it is parsed when it is first asked for. */
    public static ProviderSchema schema() {
        return Loaded.SCHEMA;
    }

    /** Makes a data source of any type: {@code http}. */
    public static DataSource dataSource(String type, String name, Body body) {
        return SchemaCheck.require(schema(), DataSource.of(type, name).withBody(body));
    }

    private static final class Loaded {
        static final ProviderSchema SCHEMA = ProviderSchemas.read(HttpSchema.class, "http.schema");
    }
}
