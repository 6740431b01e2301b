package dev.groundplan.describe;

import dev.groundplan.files.FileTree;
import dev.groundplan.github.Workflows;
import dev.groundplan.kubernetes.KubernetesTree;
import dev.groundplan.terraform.RootModule;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of the user's source: where a part or one of its options was written.
 *
 * @param className the class that the line is in, such as {@code faceit.FaceitPlatform}
 * @param file the file's name without folder, such as {@code FaceitPlatform.java}
 * @param line the line's number, from 1
 */
public record SourceLine(String className, String file, int line) {

    private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final SourceLine UNKNOWN = new SourceLine("unknown", "unknown", 0);

    /** Where the modules come from whose methods call a user's, or are called by his: none of their lines is his. */
    private static final List<Optional<CodeSource>> GROUNDPLAN = Stream.of(
                    SourceLine.class, Workflows.class, RootModule.class, KubernetesTree.class, FileTree.class)
            .map(SourceLine::codeSource)
            .toList();

    /** Returns the innermost line being executed that is not Groundplan's own. */
    public static SourceLine here() {
        return WALKER.walk(frames -> frames.filter(SourceLine::isOutside)
                .findFirst()
                .map(SourceLine::of)
                .orElse(UNKNOWN));
    }

    /**
     * Returns the innermost line being executed that is neither Groundplan's own nor in one of these classes.
     *
     * <p>For parts of your own: {@code SourceLine.outside(MyPart.class)} in the factory of {@code MyPart} gives the line
     * that called it.
     */
    public static SourceLine outside(Class<?>... insiders) {
        var inside = List.of(insiders);
        return WALKER.walk(frames -> frames.filter(SourceLine::isOutside)
                .filter(frame -> !inside.contains(frame.getDeclaringClass()))
                .findFirst()
                .map(SourceLine::of)
                .orElse(UNKNOWN));
    }

    /** Returns the innermost line of {@code thrown}'s stack that is not Groundplan's own, where there is one. */
    public static Optional<SourceLine> of(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .filter(SourceLine::isOutside)
                .findFirst()
                .map(frame -> new SourceLine(
                        frame.getClassName(),
                        Objects.requireNonNullElse(frame.getFileName(), "unknown"),
                        frame.getLineNumber()));
    }

    /** Returns whether the innermost code that is not the JDK's is Groundplan's. */
    static boolean isFromGroundplan(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .map(SourceLine::declaring)
                .filter(declaring ->
                        declaring.map(type -> type.getClassLoader() != null).orElse(true))
                .findFirst()
                .flatMap(declaring -> declaring)
                .filter(declaring -> !isOutside(declaring))
                .isPresent();
    }

    private static boolean isOutside(StackTraceElement frame) {
        return declaring(frame).map(SourceLine::isOutside).orElse(true);
    }

    private static Optional<Class<?>> declaring(StackTraceElement frame) {
        try {
            return Optional.of(Class.forName(frame.getClassName(), false, SourceLine.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isOutside(StackFrame frame) {
        return isOutside(frame.getDeclaringClass());
    }

    private static boolean isOutside(Class<?> declaring) {
        return declaring.getClassLoader() != null && !GROUNDPLAN.contains(codeSource(declaring));
    }

    private static Optional<CodeSource> codeSource(Class<?> type) {
        return Optional.ofNullable(type.getProtectionDomain().getCodeSource());
    }

    private static SourceLine of(StackFrame frame) {
        return new SourceLine(
                frame.getClassName(),
                Objects.requireNonNullElse(frame.getFileName(), "unknown"),
                frame.getLineNumber());
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
