package dev.groundplan.terraform;

import java.util.List;
import java.util.stream.Stream;

/** Finds loop variables outside their loop, and {@code each}, {@code count} and {@code self} where Terraform has none. */
final class UnboundNames {

    private static final List<String> ALWAYS_BOUND = List.of("path", "terraform");

    private UnboundNames() {}

    static Stream<ModuleProblem> in(List<Element> elements) {
        return elements.stream()
                .flatMap(element -> free(element)
                        .filter(name -> !ALWAYS_BOUND.contains(name))
                        .distinct()
                        .map(name -> new ModuleProblem.UnboundName(element, name)));
    }

    private static Stream<String> free(Element element) {
        return switch (element) {
            case Resource resource -> inBlock(resource.metaArguments(), resource.body());
            case DataSource source -> inBlock(source.metaArguments(), source.body());
            case EphemeralResource ephemeral -> inBlock(ephemeral.metaArguments(), ephemeral.body());
            case ModuleCall call -> repeated(call.metaArguments(), call.freeNames());
            case Provider provider -> provider.body().freeNames();
            case Local<?> local -> ExpressionTree.freeNames(local.expression());
            case Variable<?> variable -> variable.freeNames();
            case Output output -> output.freeNames();
            case Import toImport -> inImport(toImport);
            case CheckBlock check ->
                Stream.concat(check.data().stream().flatMap(UnboundNames::free), check.freeNames());
            case Moved moved -> Stream.empty();
            case Removed removed -> Stream.empty();
            case TerraformSettings settings -> Stream.empty();
        };
    }

    private static Stream<String> inBlock(MetaArguments meta, Body body) {
        Stream<String> rules = meta.lifecycle().stream().flatMap(Lifecycle::freeNames);
        return repeated(meta, Stream.concat(body.freeNames(), rules));
    }

    private static Stream<String> repeated(MetaArguments meta, Stream<String> inside) {
        return Stream.concat(
                meta.repetition().flatMap(ExpressionTree::freeNames),
                inside.filter(name ->
                                !(name.equals(Scope.EACH) && meta.forEach().isPresent()))
                        .filter(name ->
                                !(name.equals(Scope.COUNT) && meta.count().isPresent())));
    }

    private static Stream<String> inImport(Import element) {
        Stream<String> inside = element.freeNames()
                .filter(name -> !(name.equals(Scope.EACH) && element.forEach().isPresent()));
        return Stream.concat(element.forEach().stream().flatMap(ExpressionTree::freeNames), inside);
    }
}
