package dev.groundplan.files;

import java.util.List;

/**
 * A rendered tree against the disk.
 *
 * @param changes what is to be done, or was done, to each file: rendered ones and owned ones that go, in the order of
 *     the paths; files that are refused are left out
 * @param refusals why nothing may be written, all of them, in the order of the paths; empty if it may
 */
public record TreeComparison(List<FileChange> changes, List<TreeRefusal> refusals) {

    public TreeComparison {
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }

    /** The files that are not on the disk yet. */
    public List<FileChange.Created> created() {
        return only(FileChange.Created.class);
    }

    /** The files whose text is replaced. */
    public List<FileChange.Changed> changed() {
        return only(FileChange.Changed.class);
    }

    /** The owned files that are no longer rendered. */
    public List<FileChange.Deleted> deleted() {
        return only(FileChange.Deleted.class);
    }

    /** The files that stay as they are. */
    public List<FileChange.Unchanged> unchanged() {
        return only(FileChange.Unchanged.class);
    }

    /** Whether the disk holds exactly what is rendered. */
    public boolean upToDate() {
        return refusals.isEmpty() && unchanged().size() == changes.size();
    }

    private <T extends FileChange> List<T> only(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
