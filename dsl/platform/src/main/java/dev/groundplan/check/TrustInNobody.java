package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.files.NearestName;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.ListExpression;
import dev.groundplan.terraform.TextLiteral;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds roles that trust a service account which nothing runs as: whoever runs under another name is refused by AWS. */
final class TrustInNobody implements ElementsCheck {

    private static final String SUBJECT = "system:serviceaccount:";

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var accounts = ServiceAccounts.of(platform);
        var ofAddons = trustOfAddons(platform);
        return platform.terraform().stream()
                .filter(placed -> !ofAddons.contains(placed.element().address()))
                .flatMap(placed -> subjects(placed)
                        .filter(subject -> !accounts.has(subject))
                        .map(subject -> problem(placed, subject, accounts)))
                .toList();
    }

    private static Stream<String> subjects(PlacedTerraform placed) {
        return placed.element() instanceof DataSource document
                        && document.address().type().equals("aws_iam_policy_document")
                ? blocks(document.body(), "statement")
                        .flatMap(statement -> blocks(statement, "condition"))
                        .flatMap(condition -> texts(condition, "values"))
                        .filter(value -> value.startsWith(SUBJECT) && !value.contains("*"))
                        .map(value -> value.substring(SUBJECT.length()))
                : Stream.empty();
    }

    /** EKS itself runs what an add-on's role trusts. */
    private static SequencedSet<Address> trustOfAddons(ExpandedPlatform platform) {
        var roles = Clusters.resources(platform, "aws_eks_addon")
                .flatMap(addon -> addon.body().references())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Clusters.resources(platform, "aws_iam_role")
                .filter(role -> roles.contains(role.address()))
                .flatMap(role -> role.body().references())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Body> blocks(Body body, String name) {
        return body.blocks().getOrDefault(name, List.of()).stream();
    }

    private static Stream<String> texts(Body body, String attribute) {
        return body.attributes().get(attribute) instanceof ListExpression<?> list
                ? list.elements().stream()
                        .filter(TextLiteral.class::isInstance)
                        .map(item -> ((TextLiteral) item).value())
                : Stream.empty();
    }

    private static Problem problem(PlacedTerraform placed, String subject, ServiceAccounts accounts) {
        return new Problem(
                "X01",
                "`%s` trusts the service account `%s`, and nothing runs as it."
                        .formatted(placed.element().address(), subject),
                placed.from().place(),
                NearestName.to(subject, accounts.names())
                        .map(near ->
                                "did you mean `" + near + "`? Take the name from one place: identity.serviceAccount()")
                        .orElse("run something as it, as in workload.withIdentity(…), or leave the identity out"));
    }
}
