package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.ExpandedWorkflows;
import dev.groundplan.expand.Place;
import dev.groundplan.facts.ImagePin;
import dev.groundplan.files.NearestName;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds workflows that push an image under a name that no platform runs. */
final class ImageNobodyRuns implements WorkflowsCheck {

    private static final String ID = "A12";
    private static final Pattern NAME_OUTPUT = Pattern.compile("(?:^|,)name=([^,]+)");

    @Override
    public List<Problem> find(ExpandedWorkflows workflows) {
        var running = new TreeSet<String>();
        workflows.platforms().values().forEach(platform -> running.addAll(images(platform)));
        var problems = new ArrayList<Problem>();
        for (var workflow : workflows.workflows().all()) {
            for (var job : workflow.jobs()) {
                if (job instanceof StepsJob steps) {
                    steps.steps().stream()
                            .flatMap(ImageNobodyRuns::pushed)
                            .distinct()
                            .flatMap(name ->
                                    problem(name, List.copyOf(running), workflows.place(workflow, job)).stream())
                            .forEach(problems::add);
                }
            }
        }
        return problems;
    }

    private static List<String> images(ExpandedPlatform platform) {
        return Stream.concat(
                        platform.facts(ImagePin.class).stream()
                                .map(pin -> pin.image().name()),
                        platform.kubernetes().stream()
                                .flatMap(placed -> Images.of(placed.object()).stream())
                                .map(Images::withoutVersion))
                .toList();
    }

    /** The names, without tags, under which a step pushes; a step that only builds pushes none. */
    private static Stream<Text> pushed(Step step) {
        if (step.uses("docker/metadata-action")) {
            return input(step, "images").stream();
        }
        if (!step.uses("docker/build-push-action")) {
            return Stream.empty();
        }
        var outputs = input(step, "outputs").map(Text::literal).map(NAME_OUTPUT::matcher).stream()
                .flatMap(matcher -> matcher.results().map(found -> Text.text(found.group(1))));
        var tags = input(step, "tags").filter(Text::isLiteral).stream()
                .flatMap(text -> text.literal().lines().flatMap(line -> Stream.of(line.split(",", -1))))
                .map(String::strip)
                .map(tag -> Text.text(Images.withoutVersion(tag)));
        var unknown = input(step, "tags").filter(text -> !text.isLiteral()).stream();
        return Stream.of(outputs, tags, unknown).flatMap(names -> names);
    }

    private static Optional<Text> input(Step step, String name) {
        return Optional.ofNullable(step.inputs().get(name));
    }

    private static Optional<Problem> problem(Text name, List<String> running, Place place) {
        boolean namesRepository = name.expressions().stream()
                .flatMap(expression -> expression.references().stream())
                .anyMatch(read ->
                        read.startsWith("github", "repository") || read.startsWith("github", "repository_owner"));
        if (namesRepository) {
            return Optional.of(new Problem(
                    ID,
                    "An image is pushed as `%s`: GitHub writes owners in upper and lower case, and a registry takes lower case only."
                            .formatted(name),
                    place,
                    "take the name from the platform, as imageWorkflow(repository, \"test-app\", stages) does"));
        }
        if (!name.isLiteral() || running.contains(name.literal())) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                ID,
                "An image is pushed as `%s`, and no platform runs one of that name.%s"
                        .formatted(name.literal(), NearestName.question(name.literal(), running)),
                place,
                "let the workload run it, as in images.image(\"test-app\"), or push it under the name that runs"));
    }
}
