package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.stream.Stream;

/** One top-level block of a root module. */
public sealed interface Element extends Declaration
        permits Resource,
                DataSource,
                EphemeralResource,
                Variable,
                Local,
                Output,
                ModuleCall,
                Moved,
                Removed,
                Import,
                CheckBlock,
                Provider,
                TerraformSettings {

    /** Returns what names this element within its root module. */
    Address address();

    /**
     * Returns the addresses that this element refers to: in its expressions, in {@code depends_on}, and the provider
     * configuration that it names; one may come more than once.
     */
    Stream<Address> references();

    /** Writes the block as one JSON object, without the type and name that stand above it. */
    void writeTo(JsonGenerator generator) throws IOException;

    @Override
    default Element element() {
        return this;
    }
}
