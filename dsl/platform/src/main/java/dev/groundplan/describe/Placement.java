package dev.groundplan.describe;

/**
 * Where objects are kept: a directory below {@code generated/<environment>/kubernetes}.
 *
 * @param directory such as {@code apps/test-app}
 */
public record Placement(String directory) {

    @Override
    public String toString() {
        return directory;
    }
}
