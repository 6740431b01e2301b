package dev.groundplan.delivery;

import static dev.groundplan.github.CallJob.call;
import static dev.groundplan.github.Concurrency.waiting;
import static dev.groundplan.github.Expressions.github;
import static dev.groundplan.github.Expressions.secret;
import static dev.groundplan.github.PullRequest.pullRequestTo;
import static dev.groundplan.github.Push.pushTo;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.StepsJob.job;

import dev.groundplan.github.Event;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Scope;
import dev.groundplan.github.Step;
import dev.groundplan.github.StepsJob;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The workflow {@code <program>.yml}: tests a program on pull requests and on the default branch; there it also releases it
 * with the next version and tag, builds its image and promotes it.
 *
 * <p>Each release counts the last number of the version up: {@code test-app-v0.1.0}, {@code test-app-v0.1.1}. To go to a new
 * minor or major version, push its tag by hand; the next release counts on from there. The image is built by calling the
 * workflow: nothing starts on a release that {@code GITHUB_TOKEN} made.
 */
public final class AppWorkflow implements WorkflowSource {

    private static final String VERSION = "version";

    private final ImageWorkflow image;
    private final PromoteWorkflow promotion;
    private List<Step> test;
    private List<String> sources = List.of();

    private AppWorkflow(ImageWorkflow image, PromoteWorkflow promotion, List<Step> test) {
        this.image = image;
        this.promotion = promotion;
        this.test = test;
    }

    private AppWorkflow(AppWorkflow workflow) {
        this(workflow.image, workflow.promotion, workflow.test);
        sources = workflow.sources;
    }

    /** Returns the workflow of the image's program, tested by {@code mvn -pl <program> -am verify}. */
    public static AppWorkflow appWorkflow(ImageWorkflow image, PromoteWorkflow promotion) {
        var verify = run("Test", "mvn -B -ntp -pl " + image.program() + " -am verify");
        return new AppWorkflow(image, promotion, List.of(Steps.java(), verify));
    }

    /** Returns this workflow with the program tested by other steps, after the checkout. */
    public AppWorkflow testedBy(Step... steps) {
        var copy = new AppWorkflow(this);
        copy.test = List.of(steps);
        return copy;
    }

    /**
     * Returns this workflow for a program that is made of further files of the repository than its own folder: a change of
     * them tests and releases it, too. Renders to {@code paths}.
     *
     * @param patterns as GitHub's filters of paths are written, such as {@code pom.xml} and {@code .mvn/**}
     * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onpushpull_requestpull_request_targetpathspaths-ignore">GitHub:
     *     filters of paths</a>
     */
    public AppWorkflow withSources(String... patterns) {
        var copy = new AppWorkflow(this);
        copy.sources = Stream.concat(sources.stream(), Stream.of(patterns)).toList();
        return copy;
    }

    @Override
    public Workflow workflow() {
        var program = image.program().text();
        var branch = image.repository().defaultBranch();
        var files = new ArrayList<>(List.of(program + "/**"));
        files.addAll(sources);
        files.add(".github/workflows/" + program + ".yml");
        var paths = files.toArray(String[]::new);
        var tests = job("test", UBUNTU)
                .withPermissions(Permissions.readContents())
                .with(Steps.checkOut())
                .with(test);
        var release = release(tests);
        var build = call("image", image.workflow())
                .after(release)
                .onlyOn(Event.PUSH)
                .with(VERSION, release.output(VERSION));
        var promote = call("promote", promotion.workflow())
                .after(release, build)
                .onlyOn(Event.PUSH)
                .with(PromoteWorkflow.IMAGE.name(), program)
                .with(PromoteWorkflow.TAG.name(), release.output(VERSION))
                .with(PromoteWorkflow.DIGEST.name(), build.output("digest"))
                .withSecret(PromoteWorkflow.KEY, secret(PromoteWorkflow.KEY));
        return Workflow.workflow(
                        program,
                        pullRequestTo(branch).changing(paths),
                        pushTo(branch).changing(paths))
                .with(tests, release, build, promote);
    }

    private StepsJob release(StepsJob tests) {
        var release = run("Release", """
                        last=$(git for-each-ref --count=1 --sort=-v:refname --format='%(refname:short)' "refs/tags/$PROGRAM-v*")
                        number=${last#"$PROGRAM-v"}
                        if [ -z "$last" ]; then version=0.1.0; else version=${number%.*}.$((${number##*.} + 1)); fi
                        gh release create "$PROGRAM-v$version" --repo "$GITHUB_REPOSITORY" --target "$GITHUB_SHA" --title "$PROGRAM $version" --generate-notes
                        echo "version=$version" >> "$GITHUB_OUTPUT"
                        """)
                .withId("release")
                .withEnv("PROGRAM", image.program().text())
                .withEnv("GH_TOKEN", github("token"));
        return job("release", UBUNTU)
                .after(tests)
                .onlyOn(Event.PUSH)
                .withPermissions(Permissions.none().withWrite(Scope.CONTENTS))
                .withConcurrency(waiting("release-" + image.program()))
                .withOutput(VERSION, release.output(VERSION))
                .with(Steps.checkOut().with("fetch-depth", "0"), release);
    }
}
