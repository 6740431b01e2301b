package dev.groundplan.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.expand.PlacedFile;
import dev.groundplan.expand.PlacedTerraform;
import dev.groundplan.files.Header;
import dev.groundplan.files.JsonText;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Resource;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A statement by which a role trusts tokens of GitHub Actions.
 *
 * @param holder what has it, such as {@code aws_iam_role.ci}
 * @param place where it comes from
 * @param text the whole statement; a policy made by {@code jsonencode} is one text, as Terraform writes it
 * @param isDocument whether it is one of a data source, which {@link TrustInAnyToken} reads too
 */
record GitHubTrust(String holder, Place place, String text, boolean isDocument) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUER = "token.actions.githubusercontent.com";
    private static final Pattern SUBJECTS = Pattern.compile(":sub\"\\s*[:=]\\s*(\"[^\"]*\"|\\[[^\\]]*\\])");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern OF_REPOSITORY = Pattern.compile("\"(repo:[^\"]*)\"");

    static List<GitHubTrust> all(ExpandedPlatform platform) {
        var header = new Header(platform.platform().line().className());
        return Stream.concat(
                        platform.terraform().stream().flatMap(GitHubTrust::of),
                        platform.files().stream().flatMap(file -> of(file, header)))
                .filter(trust -> trust.text.contains(ISSUER)
                        || OF_REPOSITORY.matcher(trust.text).find())
                .filter(trust -> !trust.text.contains("\"Deny\""))
                .toList();
    }

    /** The subjects that it compares with, in order. */
    List<String> subjects() {
        var found = isDocument
                ? OF_REPOSITORY.matcher(text).results()
                : SUBJECTS.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(compared -> compared.substring(":sub\"".length()))
                        .flatMap(compared -> TEXT.matcher(compared).results());
        return found.map(match -> match.group(1)).toList();
    }

    /** Whether it compares this claim of the token with anything. */
    boolean compares(String claim) {
        return text.contains(":" + claim + "\"");
    }

    private static Stream<GitHubTrust> of(PlacedTerraform placed) {
        var type = placed.element().address().type();
        if (placed.element() instanceof DataSource && type.equals("aws_iam_policy_document")) {
            return many(json(JsonText.of(placed.element()::writeTo)).path("statement"))
                    .map(statement -> of(placed, statement.toString(), true));
        }
        return placed.element() instanceof Resource && type.equals("aws_iam_role")
                ? statements(json(JsonText.of(placed.element()::writeTo))
                                .path("assume_role_policy")
                                .asText())
                        .map(statement -> of(placed, statement, false))
                : Stream.empty();
    }

    private static GitHubTrust of(PlacedTerraform placed, String statement, boolean isDocument) {
        return new GitHubTrust(
                "`" + placed.element().address() + "`", placed.from().place(), statement, isDocument);
    }

    /** The roles of a template of CloudFormation. */
    private static Stream<GitHubTrust> of(PlacedFile file, Header header) {
        return file.path().name().endsWith(".json")
                ? json(file.text().under(header)).path("Resources").properties().stream()
                        .filter(role -> role.getValue().path("Type").asText().equals("AWS::IAM::Role"))
                        .flatMap(role -> many(role.getValue()
                                        .path("Properties")
                                        .path("AssumeRolePolicyDocument")
                                        .path("Statement"))
                                .map(statement -> new GitHubTrust(
                                        "`%s` of `%s`".formatted(role.getKey(), file.path()),
                                        file.from().place(),
                                        statement.toString(),
                                        false)))
                : Stream.empty();
    }

    private static Stream<String> statements(String policy) {
        return read(policy)
                .map(document -> many(document.path("Statement")).map(JsonNode::toString))
                .orElseGet(() -> Stream.of(policy));
    }

    private static Stream<JsonNode> many(JsonNode one) {
        return one.isArray()
                ? StreamSupport.stream(one.spliterator(), false)
                : one.isMissingNode() ? Stream.empty() : Stream.of(one);
    }

    private static JsonNode json(String text) {
        return read(text).orElseGet(JSON::createObjectNode);
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
