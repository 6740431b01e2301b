package dev.groundplan.delivery;

import static dev.groundplan.github.Actions.action;
import static dev.groundplan.github.Concurrency.waiting;
import static dev.groundplan.github.Expressions.secret;
import static dev.groundplan.github.Expressions.variable;
import static dev.groundplan.github.Input.input;
import static dev.groundplan.github.Runner.UBUNTU;
import static dev.groundplan.github.Step.run;
import static dev.groundplan.github.Step.use;
import static dev.groundplan.github.StepsJob.job;
import static dev.groundplan.github.Text.text;
import static dev.groundplan.github.WorkflowCall.onCall;
import static dev.groundplan.github.WorkflowDispatch.onRequest;

import dev.groundplan.files.FilePath;
import dev.groundplan.github.Input;
import dev.groundplan.github.Permissions;
import dev.groundplan.github.Step;
import dev.groundplan.github.Workflow;
import dev.groundplan.github.WorkflowSource;

/**
 * The workflow {@code promote.yml}, for others to call and for people to start: writes an image's tag and digest into the file
 * of pins, generates again, and opens a pull request with both, which merges itself once its checks pass.
 *
 * <p>It works with the token of a GitHub App, because nothing starts on what {@code GITHUB_TOKEN} does, and the pull request
 * would wait for its checks for ever. The App needs the permissions to write contents and pull requests; its id is the
 * repository's variable {@code PROMOTION_APP_ID}, its key the secret {@code PROMOTION_APP_PRIVATE_KEY}.
 */
public final class PromoteWorkflow implements WorkflowSource {

    static final Input IMAGE = input("image", "The image's name in the file of pins");
    static final Input TAG = input("tag", "The tag to run");
    static final Input DIGEST = input("digest", "The digest that the tag has, from sha256: on");
    static final String KEY = "PROMOTION_APP_PRIVATE_KEY";

    private static final String APP = "PROMOTION_APP_ID";

    private final GitHubRepository repository;
    private final FilePath pins;

    private PromoteWorkflow(GitHubRepository repository, FilePath pins) {
        this.repository = repository;
        this.pins = pins;
    }

    /**
     * Returns the workflow.
     *
     * @param pins the file of pins in the repository, such as {@code platform-definition/images.json}
     */
    public static PromoteWorkflow promoteWorkflow(GitHubRepository repository, String pins) {
        return new PromoteWorkflow(repository, FilePath.of(pins));
    }

    @Override
    public Workflow workflow() {
        var token = use("Become the App", action("actions/create-github-app-token"))
                .withId("token")
                .with("app-id", variable(APP))
                .with("private-key", secret(KEY))
                .with("permission-contents", "write")
                .with("permission-pull-requests", "write");
        return Workflow.workflow("promote", onCall(IMAGE, TAG, DIGEST).withSecret(KEY), onRequest(IMAGE, TAG, DIGEST))
                .with(job("promote", UBUNTU)
                        .withPermissions(Permissions.readContents())
                        .withConcurrency(waiting(text("promote-").and(IMAGE.value())))
                        .with(token, Steps.checkOut(), Steps.java())
                        .with(write(), run("Generate", "mvn -B -q generate"), open(token)));
    }

    private Step write() {
        return run("Write the pin", """
                        [[ "$TAG" =~ ^[A-Za-z0-9_][A-Za-z0-9._-]*$ ]] || { echo "::error::'$TAG' is no tag"; exit 1; }
                        [[ "$DIGEST" =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "::error::'$DIGEST' is no digest"; exit 1; }
                        jq -e --arg image "$IMAGE" 'has($image)' "$PINS" > /dev/null || { echo "::error::$PINS pins no image '$IMAGE'"; exit 1; }
                        jq --arg image "$IMAGE" --arg tag "$TAG" --arg digest "$DIGEST" '.[$image] += {tag: $tag, digest: $digest}' "$PINS" > "$RUNNER_TEMP/pins.json"
                        cp "$RUNNER_TEMP/pins.json" "$PINS"
                        """)
                .withEnv("PINS", pins.toString())
                .withEnv("IMAGE", IMAGE.value())
                .withEnv("TAG", TAG.value())
                .withEnv("DIGEST", DIGEST.value());
    }

    private Step open(Step token) {
        return run("Open a pull request", """
                        git add -A -- "$PINS" generated
                        if git diff --cached --quiet; then echo "$IMAGE $TAG runs already"; exit 0; fi
                        branch="promote/$IMAGE-$TAG"
                        git config user.name "$SLUG[bot]"
                        git config user.email "$SLUG[bot]@users.noreply.github.com"
                        git switch -c "$branch"
                        git commit -m "Run $IMAGE $TAG"
                        gh auth setup-git
                        git push --force origin "$branch"
                        if [ -z "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
                          gh pr create --base "$BASE" --head "$branch" --title "Run $IMAGE $TAG" --body "\\`$DIGEST\\`"
                        fi
                        gh pr merge "$branch" --auto --squash
                        """)
                .withEnv("PINS", pins.toString())
                .withEnv("IMAGE", IMAGE.value())
                .withEnv("TAG", TAG.value())
                .withEnv("DIGEST", DIGEST.value())
                .withEnv("BASE", repository.defaultBranch())
                .withEnv("SLUG", token.output("app-slug"))
                .withEnv("GH_TOKEN", token.output("token"));
    }
}
