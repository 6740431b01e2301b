package dev.groundplan.check;

import dev.groundplan.expand.Place;

/**
 * Something wrong with a platform, told so that the reader can mend it without opening our source.
 *
 * @param id the check that found it, such as {@code X02}; {@code docs/checks/X02.md} explains it
 * @param what what is wrong, in one sentence
 * @param at where in the description
 * @param mend what to write instead
 */
public record Problem(String id, String what, Place at, String mend) {

    /** Returns the problem as a reader is told it, with the environments that have it. */
    public String text(String environments) {
        return """
                error[%s] %s
                    at: %s
                    in: %s
                  mend: %s
                   see: docs/checks/%s.md
                """.formatted(id, what, at, environments, mend, id);
    }
}
