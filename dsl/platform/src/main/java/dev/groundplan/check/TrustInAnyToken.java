package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.terraform.Body;
import dev.groundplan.terraform.DataSource;
import java.util.List;
import java.util.stream.Stream;

/** Finds trust in tokens of an OIDC provider that does not name exactly whose and for whom they were made. */
final class TrustInAnyToken implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        return platform.terraform().stream().flatMap(TrustInAnyToken::problems).toList();
    }

    private static Stream<Problem> problems(PlacedTerraform placed) {
        if (!(placed.element() instanceof DataSource document)
                || !document.address().type().equals("aws_iam_policy_document")) {
            return Stream.empty();
        }
        return document.body().blocks().getOrDefault("statement", List.of()).stream()
                .filter(statement ->
                        PlacedResource.texts(statement, "actions").anyMatch("sts:AssumeRoleWithWebIdentity"::equals))
                .filter(statement -> PlacedResource.texts(statement, "effect").noneMatch("Deny"::equals))
                .flatMap(statement -> Stream.of("sub", "aud").filter(claim -> !names(statement, claim)))
                .map(claim -> problem(placed, claim));
    }

    private static boolean names(Body statement, String claim) {
        return statement.blocks().getOrDefault("condition", List.of()).stream()
                .filter(condition -> PlacedResource.texts(condition, "test").anyMatch("StringEquals"::equals))
                .filter(condition -> isAbout(condition, claim))
                .anyMatch(TrustInAnyToken::isExact);
    }

    /** The variable is a text or made of one: its Terraform text ends in the claim and a quote. */
    private static boolean isAbout(Body condition, String claim) {
        return String.valueOf(condition.attributes().get("variable")).endsWith(":" + claim + "\"");
    }

    private static boolean isExact(Body condition) {
        return PlacedResource.texts(condition, "values").noneMatch(value -> value.contains("*"));
    }

    private static Problem problem(PlacedTerraform placed, String claim) {
        return new Problem(
                "T31",
                "`%s` trusts tokens of a provider without naming their `%s` exactly: strangers have such tokens too."
                        .formatted(placed.element(), claim),
                placed.from().place(),
                "compare `<issuer>:%s` by StringEquals with a value without `*`; workloadIdentity(…) does"
                        .formatted(claim));
    }
}
