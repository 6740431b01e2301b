package dev.groundplan.files;

import java.util.Optional;

/** What writing a tree does to one file, with the texts for a report. Text on the disk that is no UTF-8 shows U+FFFD. */
public sealed interface FileChange {

    /** The file. */
    FilePath path();

    /** What the disk held before; nothing for a file that is created. */
    Optional<String> textBefore();

    /** What the disk holds afterwards; nothing for a file that is deleted. */
    Optional<String> textAfter();

    /** The difference from before to after, as {@link TextDifference} shows it; empty for a file that is unchanged. */
    default String difference() {
        return TextDifference.unified(
                path() + " (on disk)",
                textBefore().orElse(""),
                path() + " (rendered)",
                textAfter().orElse(""));
    }

    /** A file that is not on the disk yet. */
    record Created(FilePath path, String newText) implements FileChange {
        @Override
        public Optional<String> textBefore() {
            return Optional.empty();
        }

        @Override
        public Optional<String> textAfter() {
            return Optional.of(newText);
        }
    }

    /** A file whose text is replaced. */
    record Changed(FilePath path, String oldText, String newText) implements FileChange {
        @Override
        public Optional<String> textBefore() {
            return Optional.of(oldText);
        }

        @Override
        public Optional<String> textAfter() {
            return Optional.of(newText);
        }
    }

    /** An owned file that is no longer rendered. */
    record Deleted(FilePath path, String oldText) implements FileChange {
        @Override
        public Optional<String> textBefore() {
            return Optional.of(oldText);
        }

        @Override
        public Optional<String> textAfter() {
            return Optional.empty();
        }
    }

    /** A file that holds what is rendered; it is not touched. */
    record Unchanged(FilePath path, String text) implements FileChange {
        @Override
        public Optional<String> textBefore() {
            return Optional.of(text);
        }

        @Override
        public Optional<String> textAfter() {
            return Optional.of(text);
        }
    }
}
