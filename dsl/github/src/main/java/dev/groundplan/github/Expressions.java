package dev.groundplan.github;

import static dev.groundplan.github.Expression.expression;

import java.util.regex.Pattern;

/** Makes the expressions that workflows use most. */
public final class Expressions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Expressions() {}

    /** Returns a property of the run, such as {@code sha}, {@code ref} or {@code event.pull_request.number}. */
    public static Expression github(String property) {
        return expression("github." + property);
    }

    /** Returns a value of the matrix's leg. */
    public static Expression matrix(String axis) {
        return expression("matrix." + axis);
    }

    /** Returns a secret of the repository, the organisation or the job's environment. */
    public static Expression secret(String name) {
        return expression("secrets." + name(name, "secret", "DEPLOY_KEY"));
    }

    /** Returns a variable of the repository, the organisation or the job's environment: a setting that is no secret. */
    public static Expression variable(String name) {
        return expression("vars." + name(name, "variable", "APP_ID"));
    }

    /** Returns an environment variable of the workflow, the job or the step. */
    public static Expression env(String name) {
        return expression("env." + name(name, "environment variable", "TAG"));
    }

    /** Returns a property of the machine, such as {@code temp} or {@code arch}. */
    public static Expression runner(String property) {
        return expression("runner." + property);
    }

    /** Returns whether everything before went well. */
    public static Expression success() {
        return expression("success()");
    }

    /** Returns whether something before failed. */
    public static Expression failure() {
        return expression("failure()");
    }

    /** Returns true, whatever happened before. */
    public static Expression always() {
        return expression("always()");
    }

    /** Returns whether the run was cancelled. */
    public static Expression cancelled() {
        return expression("cancelled()");
    }

    private static String name(String name, String kind, String example) {
        return Refusal.matching(
                NAME, name, "name of a " + kind, "write letters, digits and _, as in \"%s\".".formatted(example));
    }
}
