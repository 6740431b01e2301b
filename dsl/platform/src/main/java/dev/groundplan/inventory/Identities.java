package dev.groundplan.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.JsonText;
import dev.groundplan.inventory.Inventory.Section;
import dev.groundplan.terraform.Address;
import dev.groundplan.terraform.DataSource;
import dev.groundplan.terraform.Element;
import dev.groundplan.terraform.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The roles of IAM: who takes each on, and what it may do. */
final class Identities {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEW = 6;

    private final List<Element> elements;
    private final SequencedMap<Address, JsonNode> documents = new LinkedHashMap<>();

    private Identities(List<Element> elements) {
        this.elements = elements;
        elements.stream()
                .filter(element -> element instanceof DataSource
                        && element.address().type().equals("aws_iam_policy_document"))
                .forEach(document -> documents.put(document.address(), json(document)));
    }

    static Optional<Section> of(ExpandedPlatform platform) {
        var identities = new Identities(
                platform.terraform().stream().map(placed -> placed.element()).toList());
        var rows = identities.resources("aws_iam_role").map(identities::row).toList();
        return Section.table("Identities and what they may do", List.of("role", "taken on by", "may", "on"), rows);
    }

    private List<String> row(Resource role) {
        var allowed = attached(role).toList();
        return List.of(
                Table.code(json(role).path("name").asText(role.address().toString())),
                Table.code(trusted(role)),
                Table.code(few(allowed.stream()
                        .map(Allowed::what)
                        .flatMap(List::stream)
                        .distinct()
                        .toList())),
                Table.code(few(allowed.stream()
                        .map(Allowed::on)
                        .flatMap(List::stream)
                        .distinct()
                        .toList())));
    }

    /** What one policy allows, and on what. */
    private record Allowed(List<String> what, List<String> on) {}

    private List<String> trusted(Resource role) {
        var subjects = new LinkedHashSet<String>();
        statements(role).forEach(statement -> {
            var conditions = many(statement.path("condition"))
                    .filter(condition -> condition.path("variable").asText().endsWith(":sub"))
                    .flatMap(condition -> texts(condition.path("values")))
                    .map(subject -> subject.replace("system:serviceaccount:", ""))
                    .toList();
            subjects.addAll(
                    conditions.isEmpty()
                            ? many(statement.path("principals"))
                                    .flatMap(principal -> texts(principal.path("identifiers")))
                                    .toList()
                            : conditions);
        });
        return List.copyOf(subjects);
    }

    private Stream<Allowed> attached(Resource role) {
        var inline = resources("aws_iam_role_policy")
                .filter(policy -> policy.references().anyMatch(role.address()::equals))
                .flatMap(this::statements)
                .map(statement -> new Allowed(
                        texts(statement.path("actions")).toList(),
                        texts(statement.path("resources")).toList()));
        var managed = resources("aws_iam_role_policy_attachment")
                .filter(attachment -> attachment.references().anyMatch(role.address()::equals))
                .flatMap(attachment -> Stream.concat(own(attachment), ofAws(attachment)));
        return Stream.concat(inline, managed);
    }

    /** A managed policy that the same Terraform makes. */
    private Stream<Allowed> own(Resource attachment) {
        return resources("aws_iam_policy")
                .filter(policy -> attachment.references().anyMatch(policy.address()::equals))
                .flatMap(this::statements)
                .map(statement -> new Allowed(
                        texts(statement.path("actions")).toList(),
                        texts(statement.path("resources")).toList()));
    }

    private static Stream<Allowed> ofAws(Resource attachment) {
        var arn = json(attachment).path("policy_arn").asText();
        return arn.contains(":aws:policy/")
                ? Stream.of(
                        new Allowed(List.of(arn.substring(arn.indexOf(":policy/") + ":policy/".length())), List.of()))
                : Stream.empty();
    }

    private Stream<JsonNode> statements(Element element) {
        return element.references()
                .distinct()
                .flatMap(address -> Optional.ofNullable(documents.get(address)).stream())
                .flatMap(document -> many(document.path("statement")));
    }

    private Stream<Resource> resources(String type) {
        return elements.stream()
                .filter(element -> element.address().type().equals(type))
                .filter(Resource.class::isInstance)
                .map(Resource.class::cast);
    }

    /** The first ones, and how many more there are: the policy itself says all. */
    private static List<String> few(List<String> texts) {
        if (texts.size() <= FEW) {
            return texts;
        }
        var some = new ArrayList<>(texts.subList(0, FEW - 1));
        some.add("and " + (texts.size() - FEW + 1) + " more");
        return some;
    }

    /** A block that comes once is an object, several are an array. */
    private static Stream<JsonNode> many(JsonNode blocks) {
        return blocks.isArray()
                ? StreamSupport.stream(blocks.spliterator(), false)
                : blocks.isMissingNode() ? Stream.empty() : Stream.of(blocks);
    }

    private static Stream<String> texts(JsonNode list) {
        return many(list).map(JsonNode::asText);
    }

    private static JsonNode json(Element element) {
        try {
            return JSON.readTree(JsonText.of(element::writeTo));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is rendered as JSON is read as JSON", e);
        }
    }
}
