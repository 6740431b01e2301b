package dev.groundplan.files;

/** How a document is spelt. {@link TextGenerator} calls it in a lawful order only: it has no errors of its own. */
sealed interface Notation permits JsonNotation, YamlNotation {

    void open(Collection collection);

    void close(Collection collection);

    void key(String key);

    void text(String text);

    /** A text with a comment behind it; only where {@link #hasComments}. */
    void commented(CommentedText text);

    /** Whether the notation can spell a comment behind a value. */
    boolean hasComments();

    /** A number, {@code true}, {@code false} or {@code null}, as it is to be written. */
    void literal(String literal);

    /** The whole document, with its final newline. */
    String document();

    enum Collection {
        OBJECT,
        LIST
    }
}
