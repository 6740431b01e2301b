package dev.groundplan.expand;

import dev.groundplan.describe.Root;
import dev.groundplan.terraform.Element;
import java.util.Optional;

/** A Terraform element, its root module and file, and where in the description it comes from. */
public record PlacedTerraform(Root root, String file, Element element, PartPlace from) {

    /** Returns the local name of the provider that the element is of, such as {@code aws}, where it is of one. */
    public Optional<String> provider() {
        var type = element.address().type();
        return switch (element.address().kind()) {
            case RESOURCE, DATA_SOURCE, EPHEMERAL_RESOURCE ->
                Optional.of(type.contains("_") ? type.substring(0, type.indexOf('_')) : type);
            case PROVIDER -> Optional.of(type);
            case VARIABLE, LOCAL, MODULE, OUTPUT, CHECK, TERRAFORM, MOVED, REMOVED, IMPORT -> Optional.empty();
        };
    }
}
