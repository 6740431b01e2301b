package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.PlacedObject;
import dev.groundplan.files.NearestName;
import dev.groundplan.kubernetes.externalsecrets.ExternalSecret;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds ExternalSecrets that read a parameter which no Terraform element writes. */
final class ParameterNobodyWrites implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var written = written(platform);
        return platform.kubernetes().stream()
                .flatMap(placed -> problems(placed, written))
                .toList();
    }

    private static SortedSet<String> written(ExpandedPlatform platform) {
        var names = new TreeSet<String>();
        for (var placed : platform.terraform()) {
            if (placed.element() instanceof Resource resource
                    && resource.address().type().equals("aws_ssm_parameter")
                    && resource.body().attributes().get("name") instanceof TextLiteral name) {
                names.add(name.value());
            }
        }
        return names;
    }

    private static Stream<Problem> problems(PlacedObject placed, SortedSet<String> written) {
        return placed.object() instanceof ExternalSecret secret
                ? read(secret).stream()
                        .filter(name -> !written.contains(name))
                        .map(name -> problem(placed, name, written))
                : Stream.empty();
    }

    private static List<String> read(ExternalSecret secret) {
        return Stream.ofNullable(secret.getSpec())
                .flatMap(spec -> Stream.ofNullable(spec.getData()))
                .flatMap(List::stream)
                .flatMap(entry -> Stream.ofNullable(entry.getRemoteRef()))
                .flatMap(reference -> Stream.ofNullable(reference.getKey()))
                .toList();
    }

    private static Problem problem(PlacedObject placed, String name, SortedSet<String> written) {
        return new Problem(
                "X02",
                "The %s reads the parameter `%s`, and nothing writes it.".formatted(placed.label(), name),
                placed.from().of(name),
                NearestName.to(name, written)
                        .map(near -> "did you mean `" + near
                                + "`? Take the reference from the part that writes it, as in login.password()")
                        .orElse(
                                "take the reference from the part that writes it, as in login.password() or store.secret(\"name\")"));
    }
}
