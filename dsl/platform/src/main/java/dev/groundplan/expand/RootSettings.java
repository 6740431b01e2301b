package dev.groundplan.expand;

import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;

import dev.groundplan.describe.Platform;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.facts.StateKey;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Backend;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.Expressions;
import dev.groundplan.terraform.Provider;
import dev.groundplan.terraform.TerraformSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What every root module has besides its parts' elements: the Terraform version, the providers that the elements need,
 * the backend, and the configuration of the provider {@code aws}.
 */
final class RootSettings {

    /** Write-only arguments and ephemeral resources came with 1.11. */
    private static final String TERRAFORM = "~> 1.11";

    private static final String FILE = "terraform";

    private RootSettings() {}

    static List<PlacedTerraform> elements(Platform platform, List<PlacedTerraform> ofParts, List<StateKey> keys) {
        var from = new PartPlace(Place.of(platform), new LinkedHashMap<>());
        var settings = new ArrayList<PlacedTerraform>();
        providersInUse(ofParts).forEach((root, providers) -> {
            settings.add(new PlacedTerraform(root, FILE, settings(platform, root, providers, keys), from));
            if (providers.contains("aws") && !configured(ofParts, root)) {
                settings.add(new PlacedTerraform(root, FILE, aws(platform.site()), from));
            }
        });
        return settings;
    }

    private static SequencedMap<Root, SequencedSet<String>> providersInUse(List<PlacedTerraform> elements) {
        var providers = new LinkedHashMap<Root, SequencedSet<String>>();
        for (var placed : elements) {
            var inRoot = providers.computeIfAbsent(placed.root(), root -> new LinkedHashSet<>());
            placed.provider().ifPresent(inRoot::add);
        }
        return providers;
    }

    private static boolean configured(List<PlacedTerraform> elements, Root root) {
        return elements.stream()
                .filter(placed -> placed.root().equals(root))
                .anyMatch(placed -> placed.element().address().equals(Address.provider("aws")));
    }

    private static Element settings(Platform platform, Root root, SequencedSet<String> providers, List<StateKey> keys) {
        var settings =
                TerraformSettings.defaults().withRequiredVersion(TERRAFORM).withBackend(backend(platform, root, keys));
        for (var provider : platform.terraformProviders()) {
            settings = providers.contains(provider.localName()) ? settings.withRequiredProvider(provider) : settings;
        }
        return settings;
    }

    private static Backend backend(Platform platform, Root root, List<StateKey> keys) {
        var backend = platform.site().state(root).backend();
        return keys.stream()
                .findFirst()
                .map(StateKey::alias)
                .map(backend::withKmsKeyId)
                .orElse(backend);
    }

    private static Provider aws(Site site) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("Environment", site.environment().toString());
        tags.put("ManagedBy", "groundplan");
        tags.put("Platform", site.platform().toString());
        return Provider.of("aws")
                .with("region", text(site.region().code()))
                .with("allowed_account_ids", texts(List.of(site.account().digits())))
                .withBlock("default_tags", Body.empty().with("tags", Expressions.textMap(tags)));
    }
}
