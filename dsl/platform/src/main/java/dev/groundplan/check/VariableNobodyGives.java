package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedFile;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.Header;
import dev.groundplan.terraform.Variable;
import java.util.List;
import java.util.regex.Pattern;

/** Finds variables of root modules that have no default and are in no file of values: a job would wait for an answer. */
final class VariableNobodyGives implements ElementsCheck {

    private static final Pattern VALUES = Pattern.compile("terraform\\.tfvars(\\.json)?|.+\\.auto\\.tfvars(\\.json)?");

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.terraform().stream()
                .filter(placed -> placed.element() instanceof Variable<?> variable && !variable.hasDefault())
                .filter(placed -> platform.files().stream()
                        .noneMatch(file -> gives(
                                file,
                                placed,
                                new Header(platform.platform().line().className()))))
                .map(
                        placed -> new Problem(
                                "T25",
                                "`%s` of the root module `%s` has no default, and no file of values beside it gives it one: plans in a pipeline would fail."
                                        .formatted(placed.element(), placed.root()),
                                placed.from().place(),
                                "write the value where it is used, since the description knows it, or give the variable one: .withDefault(…)"))
                .toList();
    }

    private static boolean gives(PlacedFile file, PlacedTerraform placed, Header header) {
        var directory = FilePath.of("terraform/" + placed.root());
        return file.path().directory().filter(directory::equals).isPresent()
                && VALUES.matcher(file.path().name()).matches()
                && Pattern.compile("(?m)^[\\s{,]*\"?"
                                + Pattern.quote(placed.element().address().name()) + "\"?\\s*[:=]")
                        .matcher(file.text().under(header))
                        .find();
    }
}
