package dev.groundplan.delivery;

import dev.groundplan.describe.Elements.InRoot;
import dev.groundplan.describe.Root;
import dev.groundplan.describe.Stage;
import dev.groundplan.facts.GitHubRole;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.TextLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** What workflows need to know of a platform in its environments. */
final class Stages {

    private Stages() {}

    /** First what may be lost: what breaks there never reaches production. */
    static List<Stage> inOrder(List<Stage> stages) {
        return stages.stream()
                .sorted(Comparator.comparing(stage -> stage.site().isProduction()))
                .toList();
    }

    /** The root modules, first what everything else stands on. */
    static List<Root> roots(Stage stage) {
        var named = stage.elements().terraform().stream()
                .map(InRoot::root)
                .distinct()
                .toList();
        var roots = new ArrayList<Root>();
        List.of(Root.INFRA, Root.BOOTSTRAP).stream().filter(named::contains).forEach(roots::add);
        named.stream().filter(root -> !roots.contains(root)).forEach(roots::add);
        return roots;
    }

    /** The role of this name that the platform states. */
    static GitHubRole role(Stage stage, String name) {
        return stage.elements().facts(GitHubRole.class).stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        ("No part of `%s` states a role `%s` for GitHub's jobs: add the part that makes the bucket of the state and"
                                        + " its roles, or state a GitHubRole of your own.")
                                .formatted(stage.site().prefix(), name)));
    }

    /** The architectures of all node groups, as images name them: {@code amd64}, {@code arm64}. */
    static List<String> architectures(List<Stage> stages) {
        var found = new TreeSet<String>();
        stages.stream()
                .flatMap(stage -> stage.elements().terraform().stream())
                .map(in -> in.declaration().element())
                .forEach(element -> {
                    if (element instanceof Resource resource
                            && resource.address().type().equals("aws_eks_node_group")
                            && resource.body().attributes().get("ami_type") instanceof TextLiteral ami) {
                        found.add(ami.value().contains("ARM_64") ? "arm64" : "amd64");
                    }
                });
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "The platform has no node group, so nothing says what to build the image for: add a cluster with one.");
        }
        return List.copyOf(found);
    }
}
