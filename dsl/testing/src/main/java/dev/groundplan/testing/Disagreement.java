package dev.groundplan.testing;

import dev.groundplan.files.FilePath;

/**
 * A real program that reads a rendered file or directory otherwise than it was meant.
 *
 * @param where the file or directory
 * @param message what it reads, with the difference
 */
public record Disagreement(FilePath where, String message) {

    /** Returns place and message. */
    @Override
    public String toString() {
        return where + ": " + message;
    }
}
