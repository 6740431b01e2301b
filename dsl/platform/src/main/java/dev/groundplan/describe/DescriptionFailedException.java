package dev.groundplan.describe;

/** A description threw an exception: the message tells it with the user's own line, and nothing was written. */
public final class DescriptionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what the description threw for {@code environment}. */
    public DescriptionFailedException(Environment environment, Throwable thrown) {
        this("`" + environment + "`", thrown);
    }

    /** Wraps what the description of the workflows threw. */
    public DescriptionFailedException(Throwable thrown) {
        this("the workflows", thrown);
    }

    private DescriptionFailedException(String described, Throwable thrown) {
        super(
                """
                error: %s
                    at: %s, describing %s

                nothing was written.""".formatted(
                                what(thrown),
                                SourceLine.of(thrown).map(SourceLine::toString).orElse("an unknown line"),
                                described),
                thrown);
    }

    private static String what(Throwable thrown) {
        if (thrown instanceof NullPointerException && SourceLine.isFromGroundplan(thrown)) {
            return "null is given here, and nothing in a description is ever null: give a value, or leave the call out";
        }
        var name = thrown.getClass().getName();
        if (thrown.getMessage() == null) {
            return name;
        }
        return thrown instanceof IllegalArgumentException ? thrown.getMessage() : name + ": " + thrown.getMessage();
    }
}
