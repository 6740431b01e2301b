package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Address;
import java.util.List;
import java.util.stream.Stream;

/** Finds providers that are configured by a resource of their own root module: it does not exist when they are first needed. */
final class ProviderOfWhatItMakes implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.terraform().stream()
                .filter(placed -> placed.element().address().kind() == Address.Kind.PROVIDER)
                .flatMap(ProviderOfWhatItMakes::problems)
                .toList();
    }

    private static Stream<Problem> problems(PlacedTerraform provider) {
        return provider.element()
                .references()
                .filter(address -> address.kind() == Address.Kind.RESOURCE)
                .distinct()
                .map(resource -> problem(provider, resource));
    }

    private static Problem problem(PlacedTerraform provider, Address resource) {
        return new Problem(
                "T22",
                "`%s` is configured by `%s` of the same root module `%s`, which does not exist yet when Terraform first plans."
                        .formatted(provider.element(), resource, provider.root()),
                provider.from().place(),
                "put the provider and what it makes into another root module, such as Root.BOOTSTRAP, and find `%s` there by a data source"
                        .formatted(resource));
    }
}
