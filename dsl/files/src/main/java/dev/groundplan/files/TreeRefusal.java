package dev.groundplan.files;

import java.util.List;
import java.util.stream.Collectors;

/** Why {@link OwnedTree} does not write. */
public sealed interface TreeRefusal {

    /** What, where and how to mend it, on several lines. */
    String message();

    /**
     * An owned file holds something that Groundplan did not write.
     *
     * @param difference from the disk to what is rendered (to nothing, if the file is no longer rendered), as
     *     {@link TextDifference} shows it
     */
    record EditedByHand(FilePath path, String difference) implements TreeRefusal {
        @Override
        public String message() {
            return "`" + path + "` was edited by hand since it was generated, and the edit would be lost:\n\n"
                    + difference + "\nmove the edit into the description, or drop it with -Dgroundplan.force";
        }
    }

    /**
     * A file is in the place of a rendered one, and Groundplan did not write it.
     *
     * @param difference from the disk to what is rendered, as {@link TextDifference} shows it
     */
    record NotOwned(FilePath path, String difference) implements TreeRefusal {
        @Override
        public String message() {
            return "`" + path + "` is not in the ownership list `" + OwnershipList.NAME
                    + "`, so somebody else wrote it, and it would be lost:\n\n" + difference
                    + "\nmove it out of the tree, or replace it with -Dgroundplan.force";
        }
    }

    /**
     * Something that is no plain file stands in the way of a rendered one; force does not take it.
     *
     * @param obstacle what is in the way: the path itself or a directory above it
     * @param kind what it is: {@code a symbolic link}, {@code a directory}, {@code a file}
     */
    record InTheWay(FilePath path, FilePath obstacle, String kind) implements TreeRefusal {
        @Override
        public String message() {
            return "`" + path + "` cannot be written: `" + obstacle + "` is " + kind
                    + ", and Groundplan neither follows nor replaces it\nmove it out of the tree";
        }
    }

    /**
     * More than a third of the owned files would go, and more than one: what a wrong list of environments does, and what
     * Flux would then prune from the cluster.
     *
     * @param going the files that would be deleted, sorted
     * @param owned how many files are owned
     */
    record MassDelete(List<FilePath> going, int owned) implements TreeRefusal {
        @Override
        public String message() {
            return going.size() + " of " + owned + " generated files are no longer rendered and would be deleted,"
                    + " more than a third:\n\n"
                    + going.stream().map(path -> "  " + path + "\n").collect(Collectors.joining())
                    + "\nput what is missing back into the description, or delete them with -Dgroundplan.allowMassDelete";
        }
    }
}
