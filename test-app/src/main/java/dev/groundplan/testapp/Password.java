package dev.groundplan.testapp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the password is got from. It is asked for each new connection, so a changed file counts from the next
 * connection on; connections that are open stay open, as PostgreSQL asks no password of them again.
 */
final class Password {
    private final Supplier<String> source;

    private Password(Supplier<String> source) {
        this.source = source;
    }

    static Password of(String value) {
        return new Password(() -> value);
    }

    /** The file's only line; the line break that an editor leaves at its end is no part of the password. */
    static Password in(Path file) {
        return new Password(() -> firstLineOf(file));
    }

    String value() {
        return source.get();
    }

    private static String firstLineOf(Path file) {
        try {
            return Files.readString(file).replaceFirst("\\r?\\n$", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
