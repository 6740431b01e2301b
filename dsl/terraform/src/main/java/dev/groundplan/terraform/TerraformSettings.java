package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The block {@code terraform}: which Terraform and which providers the root module needs, and where its state is kept.
 *
 * @param requiredVersion which versions of Terraform will do; any if empty
 * @param requiredProviders the providers that it needs, rendered in the order of their names
 * @param backend where the state is; on the local disk if empty
 * @see <a href="https://developer.hashicorp.com/terraform/language/block/terraform">terraform block</a>
 */
public record TerraformSettings(
        Optional<VersionConstraint> requiredVersion,
        List<RequiredProvider> requiredProviders,
        Optional<Backend> backend)
        implements Element {

    /**
     * Checks the providers.
     *
     * @throws IllegalArgumentException if two have one local name
     */
    public TerraformSettings {
        List<String> names =
                requiredProviders.stream().map(RequiredProvider::localName).toList();
        names.stream()
                .filter(name -> names.indexOf(name) < names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("the provider `" + name
                            + "` is required twice; keep one, or give the second another local name");
                });
        requiredProviders = requiredProviders.stream()
                .sorted(Comparator.comparing(RequiredProvider::localName))
                .toList();
    }

    /** Returns settings with nothing set. */
    public static TerraformSettings defaults() {
        return new TerraformSettings(Optional.empty(), List.of(), Optional.empty());
    }

    /** Returns a copy that needs this Terraform, such as {@code >= 1.11, < 2.0}. */
    public TerraformSettings withRequiredVersion(String constraint) {
        return new TerraformSettings(Optional.of(VersionConstraint.of(constraint)), requiredProviders, backend);
    }

    /** Returns a copy that needs one more provider. */
    public TerraformSettings withRequiredProvider(RequiredProvider provider) {
        return new TerraformSettings(
                requiredVersion,
                Stream.concat(requiredProviders.stream(), Stream.of(provider)).toList(),
                backend);
    }

    /** Returns a copy whose state is kept there. */
    public TerraformSettings withBackend(Backend value) {
        return new TerraformSettings(requiredVersion, requiredProviders, Optional.of(value));
    }

    @Override
    public Address address() {
        return new Address(Address.Kind.TERRAFORM, "", "");
    }

    @Override
    public Stream<Address> references() {
        return Stream.empty();
    }

    @Override
    public void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        if (requiredVersion.isPresent()) {
            generator.writeStringField("required_version", requiredVersion.get().text());
        }
        if (!requiredProviders.isEmpty()) {
            writeProviders(generator);
        }
        if (backend.isPresent()) {
            generator.writeFieldName("backend");
            backend.get().writeTo(generator);
        }
        generator.writeEndObject();
    }

    private void writeProviders(JsonGenerator generator) throws IOException {
        generator.writeObjectFieldStart("required_providers");
        for (RequiredProvider provider : requiredProviders) {
            generator.writeObjectFieldStart(provider.localName());
            generator.writeStringField("source", provider.source());
            if (provider.version().isPresent()) {
                generator.writeStringField("version", provider.version().get().text());
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }
}
