package dev.groundplan.files;

/**
 * JSON: an indent of two spaces, one key or item on each line, keys in the order written, empty collections as
 * {@code {}} and {@code []}, a final newline.
 *
 * <p>Characters that a reader cannot see (controls, U+2028, direction overrides) are escaped; all others stand as they
 * are, in UTF-8.
 */
public final class JsonText {

    /** The key that carries the {@link Header}; Terraform and CloudFormation's readers take it for a comment. */
    static final String COMMENT = "//";

    private JsonText() {}

    /**
     * The content with the header as the value of the first key, {@code "//"}.
     *
     * @throws IllegalArgumentException if the content is no single object, or as {@link Content} says
     */
    public static String of(Header header, Content object) {
        return TextGenerator.write(new JsonNotation(), object, header);
    }

    /**
     * The content alone.
     *
     * @throws IllegalArgumentException if the content is no single value, or as {@link Content} says
     */
    public static String of(Content value) {
        return TextGenerator.write(new JsonNotation(), value, null);
    }
}
