package dev.groundplan.github;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.files.YamlText;

/** Workflows as YAML. */
public final class WorkflowText {

    private WorkflowText() {}

    /** Returns the text of a workflow, under a header. */
    public static String of(Header header, Workflow workflow) {
        return YamlText.of(header, workflow.spelt()::writeTo);
    }

    /**
     * Returns the files of all workflows, for {@code .github/workflows/}.
     *
     * @throws IllegalArgumentException if two of them have one name
     */
    public static FileTree files(Header header, Workflows workflows) {
        var tree = FileTree.empty();
        for (var workflow : workflows.all()) {
            tree = tree.with(FilePath.of(workflow.file()), of(header, workflow));
        }
        return tree;
    }
}
