package dev.groundplan.delivery;

import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.Expression.expression;
import static dev.groundplan.github.Input.input;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Runner.UBUNTU_ARM;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.Step.use;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Text.text;
import static dev.groundplan.github.WorkflowCall.onCall;

import dev.groundplan.describe.Stage;
import dev.groundplan.github.Input;
import dev.groundplan.github.Job;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;
import dev.groundplan.values.Name;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The workflow {@code image.yml}, for others to call: builds a program's image and pushes it to ghcr.io.
 *
 * <p>A job builds for each architecture of the platform's node groups, on a machine of that architecture, with provenance and a
 * bill of materials. The last job joins them under the version's tag, attests to how it was built, and hands its digest to the
 * caller. The image is called {@code ghcr.io/<owner>/<program>}, all in lower case.
 *
 * <p>Refused is a platform without node groups.
 */
public final class ImageWorkflow implements WorkflowSource {

    private static final int MINUTES = 60;
    private static final String DIGEST = "digest";
    private static final Input VERSION = input("version", "The version to build, which becomes the image's tag");

    private final GitHubRepository repository;
    private final Name program;
    private final List<String> architectures;
    private String dockerfile;

    private ImageWorkflow(GitHubRepository repository, Name program, List<String> architectures) {
        this.repository = repository;
        this.program = program;
        this.architectures = architectures;
        dockerfile = program + "/Dockerfile";
    }

    /**
     * Returns the workflow for a program's image.
     *
     * @param program what it is called; its Dockerfile is {@code <program>/Dockerfile}, built from the repository's root
     */
    public static ImageWorkflow imageWorkflow(GitHubRepository repository, String program, List<Stage> stages) {
        return new ImageWorkflow(repository, new Name(program), Stages.architectures(stages));
    }

    /** Returns this workflow with the Dockerfile elsewhere in the repository. */
    public ImageWorkflow withDockerfile(String path) {
        var copy = new ImageWorkflow(repository, program, architectures);
        copy.dockerfile = path;
        return copy;
    }

    @Override
    public Workflow workflow() {
        var builds = architectures.stream().map(this::build).toList();
        return Workflow.workflow(
                        "image", onCall(VERSION).withOutput(DIGEST, expression("jobs.image.outputs." + DIGEST)))
                .with(builds)
                .with(join(builds));
    }

    /** What the image is called, without tag. */
    String image() {
        return "ghcr.io/" + repository.owner().toLowerCase(Locale.ROOT) + "/" + program;
    }

    Name program() {
        return program;
    }

    GitHubRepository repository() {
        return repository;
    }

    private StepsJob build(String architecture) {
        var build = use("Build and push", action("docker/build-push-action"))
                .withId("build")
                .with("context", ".")
                .with("file", dockerfile)
                .with("platforms", "linux/" + architecture)
                .with("outputs", "type=image,name=" + image() + ",push-by-digest=true,name-canonical=true,push=true")
                .with("provenance", "mode=max")
                .with("sbom", "true")
                .with("cache-from", "type=gha,scope=" + architecture)
                .with("cache-to", "type=gha,mode=max,scope=" + architecture);
        return job("build-" + architecture, architecture.equals("arm64") ? UBUNTU_ARM : UBUNTU)
                .withPermissions(Permissions.readContents().withWrite(Scope.PACKAGES))
                .withTimeout(MINUTES)
                .withOutput(DIGEST, build.output(DIGEST))
                .with(Steps.checkOut(), buildx(), Steps.logIn(), build);
    }

    private StepsJob join(List<StepsJob> builds) {
        var join = joined(builds);
        return job("image", UBUNTU)
                .after(builds.toArray(Job[]::new))
                .withPermissions(Permissions.none()
                        .withWrite(Scope.PACKAGES)
                        .withWrite(Scope.ID_TOKEN)
                        .withWrite(Scope.ATTESTATIONS)
                        .withWrite(Scope.ARTIFACT_METADATA))
                .withOutput(DIGEST, join.output(DIGEST))
                .with(
                        buildx(),
                        Steps.logIn(),
                        join,
                        use("Attest", action("actions/attest-build-provenance"))
                                .with("subject-name", image())
                                .with("subject-digest", join.output(DIGEST))
                                .with("push-to-registry", "true"));
    }

    private Step joined(List<StepsJob> builds) {
        var sources = builds.stream()
                .map(build -> " \"$IMAGE@$" + variable(build) + "\"")
                .collect(Collectors.joining());
        var join = run(
                        "Join the architectures",
                        "docker buildx imagetools create --tag \"$IMAGE:$VERSION\"" + sources + "\n" + """
                        digest=$(docker buildx imagetools inspect "$IMAGE:$VERSION" --format '{{json .Manifest}}' | jq -r .digest)
                        echo "digest=$digest" >> "$GITHUB_OUTPUT"
                        """)
                .withId("join")
                .withEnv("IMAGE", text(image()))
                .withEnv("VERSION", VERSION.value());
        for (var build : builds) {
            join = join.withEnv(variable(build), build.output(DIGEST));
        }
        return join;
    }

    private static Step buildx() {
        return use("Set up buildx", action("docker/setup-buildx-action"));
    }

    private static String variable(StepsJob build) {
        return build.id().replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
