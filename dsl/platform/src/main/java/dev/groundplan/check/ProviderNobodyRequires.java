package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.RequiredProvider;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds Terraform elements of a provider that the platform does not name: Terraform would guess its source. */
final class ProviderNobodyRequires implements ElementsCheck {

    private static final String BUILT_IN = "terraform";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var required = platform.platform().terraformProviders().stream()
                .map(RequiredProvider::localName)
                .toList();
        var firstUse = new LinkedHashMap<String, PlacedTerraform>();
        for (var placed : platform.terraform()) {
            placed.provider()
                    .filter(provider -> !provider.equals(BUILT_IN) && !required.contains(provider))
                    .ifPresent(provider -> firstUse.putIfAbsent(provider, placed));
        }
        return firstUse.entrySet().stream()
                .map(use -> problem(use.getKey(), use.getValue()))
                .toList();
    }

    private static Problem problem(String provider, PlacedTerraform placed) {
        return new Problem(
                "T24",
                "`%s` is of the provider `%s`, and the platform does not say where that comes from."
                        .formatted(placed.element(), provider),
                placed.from().place(),
                "name it with a version: platform(…).withTerraformProvider(RequiredProvider.of(\"%s\", \"<namespace>/%s\", \"~> 1.0\"))"
                        .formatted(provider, provider));
    }
}
