package dev.groundplan.terraform;

/** The names that Terraform binds itself. */
public final class Scope {

    static final String EACH = "each";
    static final String COUNT = "count";
    static final String SELF = "self";
    private static final String PATH = "path";

    private Scope() {}

    /** Returns {@code each.key}: the key of this instance, where {@code for_each} is set. */
    public static Expression<String> eachKey() {
        return new ScopeExpression<>(EACH, "key");
    }

    /** Returns {@code each.value}: the value of this instance, where {@code for_each} is set. */
    public static <T> Expression<T> eachValue() {
        return new ScopeExpression<>(EACH, "value");
    }

    /** Returns {@code count.index}: the number of this instance from 0 on, where {@code count} is set. */
    public static Expression<Number> countIndex() {
        return new ScopeExpression<>(COUNT, "index");
    }

    /** Returns an attribute of the resource itself, {@code self.id}, in its postconditions. */
    public static <T> Expression<T> self(String... attributes) {
        return Expressions.attribute(new ScopeExpression<>(SELF, ""), attributes);
    }

    /** Returns {@code path.module}: the directory of the module that this stands in. */
    public static Expression<String> pathModule() {
        return new ScopeExpression<>(PATH, "module");
    }

    /** Returns {@code path.root}: the directory of the root module. */
    public static Expression<String> pathRoot() {
        return new ScopeExpression<>(PATH, "root");
    }

    /** Returns {@code path.cwd}: the directory that Terraform was started in. */
    public static Expression<String> pathCwd() {
        return new ScopeExpression<>(PATH, "cwd");
    }

    /** Returns {@code terraform.workspace}: the name of the selected workspace. */
    public static Expression<String> workspace() {
        return new ScopeExpression<>("terraform", "workspace");
    }
}
