package dev.groundplan;

import dev.groundplan.check.Checks;
import dev.groundplan.check.ElementsCheck;
import dev.groundplan.check.InvalidPlatformException;
import dev.groundplan.check.PartsCheck;
import dev.groundplan.check.Problem;
import dev.groundplan.check.WorkflowsCheck;
import dev.groundplan.describe.Description;
import dev.groundplan.describe.DescriptionFailedException;
import dev.groundplan.describe.Environment;
import dev.groundplan.describe.Platform;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.describe.WorkflowDescription;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Expansion;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.files.OwnedTree;
import dev.groundplan.files.TreeComparison;
import dev.groundplan.files.WriteOptions;
import dev.groundplan.render.Rendering;
import dev.groundplan.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A description and the environments that it is for: what {@code mvn generate} runs.
 *
 * <pre>{@code
 * static final Groundplan GROUNDPLAN = groundplan(MyPlatform::describe, STAGING, PRODUCTION);
 *
 * public static void main(String[] arguments) {
 *     CommandLine.run(GROUNDPLAN, arguments);
 * }
 * }</pre>
 */
public final class Groundplan {

    private final Description description;
    private final List<Environment> environments;
    private Checks checks = Checks.all();
    private WorkflowSteps workflows = WorkflowSteps.none();

    private Groundplan(Description description, List<Environment> environments) {
        this.description = description;
        this.environments = List.copyOf(environments);
    }

    private Groundplan(Groundplan groundplan) {
        this(groundplan.description, groundplan.environments);
        checks = groundplan.checks;
        workflows = groundplan.workflows;
    }

    /**
     * Returns what renders this description in these environments.
     *
     * @throws IllegalArgumentException if there is no environment, or two of one name
     */
    public static Groundplan groundplan(Description description, Environment... environments) {
        refuseNoneOrTwice(List.of(environments));
        return new Groundplan(description, List.of(environments));
    }

    /** Returns this with a check of your own, of all elements. */
    public Groundplan withCheck(ElementsCheck check) {
        var copy = new Groundplan(this);
        copy.checks = checks.with(check);
        return copy;
    }

    /** Returns this with a check of your own, of the parts as they were described. */
    public Groundplan withPartsCheck(PartsCheck check) {
        var copy = new Groundplan(this);
        copy.checks = checks.withPartsCheck(check);
        return copy;
    }

    /**
     * Returns this with the workflows of the repository: {@code .withWorkflows(MyWorkflows::describe)}.
     *
     * <p>They render to {@code .github/workflows/} beside the directory that is generated, one file each, owned like the
     * rest: files there that Groundplan did not write stay as they are.
     */
    public Groundplan withWorkflows(WorkflowDescription described) {
        var copy = new Groundplan(this);
        copy.workflows = workflows.describedBy(described, SourceLine.here());
        return copy;
    }

    /** Returns this with a check of your own, of all workflows beside the platforms. */
    public Groundplan withWorkflowsCheck(WorkflowsCheck check) {
        var copy = new Groundplan(this);
        copy.workflows = workflows.with(check);
        return copy;
    }

    /**
     * Brings {@code directory}, and {@code .github/workflows} beside it, to what the description says, and tells what changed.
     *
     * @throws DescriptionFailedException if the description threw something; nothing was written
     * @throws InvalidPlatformException if a check found a problem; nothing was written
     * @throws dev.groundplan.files.TreeRefusedException if a directory may not be changed so; nothing was written
     */
    public Report generate(Path directory, WriteOptions options) {
        long start = System.nanoTime();
        var described = describe();
        var header = header(described);
        var expanded = expand(described);
        check(expanded);
        var trees = new LinkedHashMap<Path, FileTree>();
        trees.put(directory, render(expanded));
        var beside = directory.resolveSibling(".github").resolve("workflows");
        var rendered = workflows.render(header, expanded);
        if (workflows.areDescribed() || OwnedTree.at(beside, header).isOwned()) {
            trees.put(beside, rendered);
        }
        var written = write(trees, header, options);
        return new Report(written, Duration.ofNanos(System.nanoTime() - start));
    }

    private static SequencedMap<Path, TreeComparison> write(
            SequencedMap<Path, FileTree> trees, Header header, WriteOptions options) {
        var owned = new LinkedHashMap<OwnedTree, FileTree>();
        trees.forEach((path, tree) -> owned.put(OwnedTree.at(path, header), tree));
        var comparisons = OwnedTree.write(owned, options).iterator();
        var written = new LinkedHashMap<Path, TreeComparison>();
        trees.keySet().forEach(path -> written.put(path, comparisons.next()));
        return written;
    }

    /**
     * Returns what {@link #generate} would write into its directory, by path.
     *
     * @throws DescriptionFailedException if the description threw something
     * @throws InvalidPlatformException if a check found a problem
     */
    public FileTree render() {
        var expanded = expand(describe());
        check(expanded);
        return render(expanded);
    }

    /**
     * Returns what {@link #generate} would write into {@code .github/workflows}, by path.
     *
     * @throws DescriptionFailedException if the description threw something
     * @throws InvalidPlatformException if a check found a problem
     */
    public FileTree renderWorkflows() {
        var described = describe();
        var expanded = expand(described);
        check(expanded);
        return workflows.render(header(described), expanded);
    }

    /** Returns what the platforms consist of, checked or not: for tests of single elements and for tools. */
    public SequencedMap<Environment, ExpandedPlatform> expand() {
        return expand(describe());
    }

    private SequencedMap<Environment, Platform> describe() {
        var platforms = new LinkedHashMap<Environment, Platform>();
        for (var environment : environments) {
            platforms.put(environment, describe(environment));
        }
        return platforms;
    }

    private Platform describe(Environment environment) {
        try {
            return refuseNull(description.describe(environment));
        } catch (Exception | StackOverflowError | AssertionError thrown) {
            throw new DescriptionFailedException(environment, thrown);
        }
    }

    /** A user's own module may be compiled without checks of nulls. */
    private static Platform refuseNull(@Nullable Platform described) {
        if (described == null) {
            throw new IllegalArgumentException(
                    "the description returned null: return a platform, as in return platform(\"shop\", environment).with(…)");
        }
        return described;
    }

    private static SequencedMap<Environment, ExpandedPlatform> expand(SequencedMap<Environment, Platform> platforms) {
        var expanded = new LinkedHashMap<Environment, ExpandedPlatform>();
        platforms.forEach((environment, platform) -> expanded.put(environment, Expansion.expand(platform)));
        return expanded;
    }

    private void check(SequencedMap<Environment, ExpandedPlatform> platforms) {
        var problems = new LinkedHashMap<Environment, List<Problem>>();
        platforms.forEach((environment, platform) -> problems.put(environment, checks.find(platform)));
        InvalidPlatformException.throwIfAny(problems);
    }

    private static FileTree render(SequencedMap<Environment, ExpandedPlatform> platforms) {
        return Rendering.render(platforms.values());
    }

    private static Header header(SequencedMap<Environment, Platform> platforms) {
        return new Header(platforms.firstEntry().getValue().line().className());
    }

    private static void refuseNoneOrTwice(List<Environment> environments) {
        if (environments.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no environment to describe the platform for: groundplan(MyPlatform::describe, STAGING, PRODUCTION).");
        }
        for (int i = 1; i < environments.size(); i++) {
            for (var earlier : environments.subList(0, i)) {
                if (earlier.name().equals(environments.get(i).name())) {
                    throw new IllegalArgumentException(
                            "There are two environments called `%s`: their files would be the same. Give one another name."
                                    .formatted(earlier));
                }
            }
        }
    }
}
