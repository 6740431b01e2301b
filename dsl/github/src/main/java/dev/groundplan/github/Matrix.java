package dev.groundplan.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Runs a job once for every combination of values; renders to {@code strategy}. */
public final class Matrix {

    private final SequencedMap<String, List<String>> axes;
    private final boolean failFast;
    private final Optional<Integer> atOnce;

    private Matrix(SequencedMap<String, List<String>> axes, boolean failFast, Optional<Integer> atOnce) {
        this.axes = axes;
        this.failFast = failFast;
        this.atOnce = atOnce;
    }

    /** Returns a matrix of one axis; one leg that fails does not stop the others. */
    public static Matrix matrix(String axis, String... values) {
        return new Matrix(new LinkedHashMap<>(), false, Optional.empty()).with(axis, values);
    }

    /** Returns this matrix with one more axis. */
    public Matrix with(String axis, String... values) {
        Refusal.matching(
                Input.NAME, axis, "axis of a matrix", "write letters, digits, `-` and `_`, as in \"architecture\".");
        if (values.length == 0) {
            throw Refusal.of(
                    "The axis `%s` of a matrix has no value, and no leg would run: matrix(\"%s\", \"…\").", axis, axis);
        }
        var more = new LinkedHashMap<>(axes);
        more.put(axis, List.of(values));
        return new Matrix(more, failFast, atOnce);
    }

    /** Returns this matrix with all legs stopped as soon as one fails. */
    public Matrix failingFast() {
        return new Matrix(axes, true, atOnce);
    }

    /** Returns this matrix with at most so many legs at work at a time. */
    public Matrix atMost(int legs) {
        if (legs < 1) {
            throw Refusal.of("%d legs at a time are none: atMost(1) runs one after the other.", legs);
        }
        return new Matrix(axes, failFast, Optional.of(legs));
    }

    /** Returns the value of an axis in the leg that runs: <code>${{ matrix.architecture }}</code>. */
    public Expression value(String axis) {
        if (!axes.containsKey(axis)) {
            throw Refusal.of("The matrix has no axis `%s`: it has `%s`.", axis, String.join("`, `", axes.keySet()));
        }
        return Expressions.matrix(axis);
    }

    boolean has(String axis) {
        return axes.containsKey(axis);
    }

    Mapping spelt() {
        return Mapping.empty()
                .with("fail-fast", failFast)
                .with("max-parallel", atOnce)
                .withAny("matrix", axes);
    }
}
