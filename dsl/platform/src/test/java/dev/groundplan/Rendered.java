package dev.groundplan;

import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.region;

import dev.groundplan.describe.Elements.InRoot;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Site;
import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.ModuleProblem;
import dev.groundplan.terraform.RootModule;
import dev.groundplan.values.Name;
import java.util.List;
import java.util.stream.Stream;

/** Parts as the Terraform of the root module {@code infra}. */
public final class Rendered {

    public static final Site STAGING = new Site(
            new Name("faceit"), Environment.environment("staging", account("111122223333"), region("eu-west-2")));

    public static final Site PRODUCTION = new Site(
            new Name("faceit"),
            Environment.environment("production", account("444455556666"), region("eu-west-2"))
                    .asProduction());

    private final Site site;
    private final List<Declaration> declarations;

    private Rendered(Site site, List<Declaration> declarations) {
        this.site = site;
        this.declarations = declarations;
    }

    /** Expands the parts on a site. */
    public static Rendered on(Site site, Part... parts) {
        return new Rendered(
                site,
                Stream.of(parts)
                        .flatMap(part -> part.expand(site).terraform().stream())
                        .filter(element -> element.root().equals(Root.INFRA))
                        .map(InRoot::declaration)
                        .toList());
    }

    /** Leaves out all but elements of these types. */
    public Rendered only(String... types) {
        var kept = List.of(types);
        return new Rendered(
                site,
                declarations.stream()
                        .filter(declaration ->
                                kept.contains(declaration.element().address().type()))
                        .toList());
    }

    /** Returns the text of one file that holds all elements. */
    public String text() {
        return JsonText.of(module().files().sequencedValues().getFirst());
    }

    /** Returns the addresses of all elements, in the order of the parts. */
    public List<String> addresses() {
        return declarations.stream()
                .map(declaration -> declaration.element().address().toString())
                .toList();
    }

    /** Returns what the elements lack as a whole. */
    public List<ModuleProblem> problems() {
        return module().problems();
    }

    private RootModule module() {
        return RootModule.of("infra").with("parts", declarations.toArray(Declaration[]::new));
    }
}
