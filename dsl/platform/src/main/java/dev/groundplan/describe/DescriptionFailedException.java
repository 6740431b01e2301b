package dev.groundplan.describe;

/** A description threw an exception of its own: the message names it and the line, and nothing was written. */
public final class DescriptionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Wraps what {@code description} threw for {@code environment}. */
    public DescriptionFailedException(Environment environment, Throwable thrown) {
        super(message(environment, thrown), thrown);
    }

    private static String message(Environment environment, Throwable thrown) {
        var message = thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
        var name = thrown instanceof IllegalArgumentException ? "" : thrown.getClass().getName();
        var line = SourceLine.of(thrown).map(SourceLine::toString).orElse("unknown line");
        return """
                error: the description of `%s` threw %s
                    at: %s

                nothing was written."""
                .formatted(environment, name.isEmpty() ? message.substring(2) : name + message, line);
    }
}
