package dev.groundplan.files;

import java.io.Serial;

/** What {@link TextGenerator} refuses: told apart from exceptions of the content itself when Jackson has wrapped both. */
final class Refused extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    Refused(String message) {
        super(message);
    }
}
