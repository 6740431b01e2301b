package dev.groundplan.check;

import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.ObjectExpression;
import dev.groundplan.terraform.TextLiteral;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds root modules that keep their state, or read that of another, where the platform has none. */
final class StateOfSomewhereElse implements ElementsCheck {

    private static final List<String> SETTINGS = List.of("bucket", "key", "region");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return Stream.concat(
                        PlacedBackend.all(platform).stream()
                                .flatMap(placed -> kept(platform.platform().site(), placed)),
                        platform.terraform().stream().flatMap(placed -> read(platform, placed)))
                .toList();
    }

    private static Stream<Problem> kept(Site site, PlacedBackend placed) {
        if (!placed.backend().type().equals("s3")) {
            return Stream.of(
                    kept(placed, "in a backend `%s`".formatted(placed.backend().type()), "in S3"));
        }
        return SETTINGS.stream()
                .filter(setting -> !placed.setting(setting).equals(expected(site, placed.root(), setting)))
                .map(setting -> kept(
                        placed,
                        "under the %s `%s`".formatted(setting, placed.setting(setting)),
                        "under `%s`".formatted(expected(site, placed.root(), setting))));
    }

    private static Problem kept(PlacedBackend placed, String where, String expected) {
        return new Problem(
                "T02",
                "The root module `%s` keeps its state %s, and the platform's is %s."
                        .formatted(placed.root(), where, expected),
                placed.place(),
                "leave the backend to the platform, which knows the place: platform(…).withStateBucket(…) sets the bucket");
    }

    private static Stream<Problem> read(ExpandedPlatform platform, PlacedTerraform placed) {
        if (!(placed.element() instanceof DataSource state)
                || !state.address().type().equals("terraform_remote_state")
                || !(state.body().attributes().get("config") instanceof ObjectExpression<?> config)) {
            return Stream.empty();
        }
        var site = platform.platform().site();
        var roots = platform.rootModules().sequencedKeySet();
        return SETTINGS.stream()
                .flatMap(setting -> literal(config, setting)
                        .filter(value -> roots.stream()
                                .noneMatch(root -> expected(site, root, setting).equals(value)))
                        .map(value -> read(placed, setting, value, expected(site, roots, setting)))
                        .stream());
    }

    private static List<String> expected(Site site, Collection<Root> roots, String setting) {
        return roots.stream()
                .map(root -> expected(site, root, setting))
                .distinct()
                .toList();
    }

    private static Problem read(PlacedTerraform placed, String setting, String value, List<String> expected) {
        return new Problem(
                "T02",
                "`%s` reads a state with the %s `%s`, and no root module of the platform keeps one there.%s"
                        .formatted(placed.element().address(), setting, value, NearestName.question(value, expected)),
                placed.from().place(),
                "take it from the site, site.state(Root.INFRA).remote(), or allow it, if the state is somebody else's: platform(…).allowing(\"T02\", …)");
    }

    private static Optional<String> literal(ObjectExpression<?> config, String setting) {
        return config.get(setting)
                .filter(TextLiteral.class::isInstance)
                .map((Expression<?> value) -> ((TextLiteral) value).value());
    }

    private static String expected(Site site, Root root, String setting) {
        return switch (setting) {
            case "bucket" -> site.stateBucket();
            case "key" -> site.state(root).key();
            default -> site.region().code();
        };
    }
}
