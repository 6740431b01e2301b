package dev.groundplan.files;

/**
 * A text with a comment behind it on its line, for people: {@code uses: actions/checkout@3d3c… # v7.0.1}.
 *
 * <p>A {@link Content} writes it by {@code generator.writeEmbeddedObject(new CommentedText(…))}. Only {@link YamlText} can
 * spell it: JSON has no comments.
 *
 * @param text what the file says, on one line
 * @param comment what stands behind {@code #}, on one line
 */
public record CommentedText(String text, String comment) {

    /** @throws IllegalArgumentException if either has a line break or another character that cannot be seen */
    public CommentedText {
        refuseInvisible(text);
        refuseInvisible(comment);
    }

    private static void refuseInvisible(String text) {
        if (text.isBlank() || !text.codePoints().allMatch(Characters::visible)) {
            throw new IllegalArgumentException("`" + Excerpt.of(text)
                    + "` cannot stand on a line with a comment: write one line that can be seen");
        }
    }
}
