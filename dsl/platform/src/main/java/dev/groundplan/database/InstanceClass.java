package dev.groundplan.database;

import java.util.regex.Pattern;

/**
 * The kind of machine that a database runs on, such as {@code db.m7g.large}.
 *
 * <p>Renders to {@code aws_db_instance.instance_class}. Which of them a region has, and for which version of PostgreSQL, only
 * AWS knows; what is refused here is what can't be one.
 *
 * @param text {@code db.}, a family, a point and a size
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html">AWS: instance
 *     classes</a>
 */
public record InstanceClass(String text) {

    private static final Pattern GRAMMAR =
            Pattern.compile("db\\.[a-z]+[0-9]+[a-z-]*\\.(micro|small|medium|large|([1-9][0-9]*)?xlarge)");
    private static final Pattern TOO_SMALL_FOR_INSIGHTS = Pattern.compile("db\\.t[0-9]+[a-z]*\\.(micro|small)");

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public InstanceClass {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no instance class: write `db.`, the family and the size, as in instanceClass(\"db.t4g.medium\")."
                            .formatted(text));
        }
    }

    /** Returns the class of this name, such as {@code db.t4g.medium}. */
    public static InstanceClass instanceClass(String text) {
        return new InstanceClass(text);
    }

    /** Performance Insights needs more memory than the smallest burstable classes have. */
    boolean canHavePerformanceInsights() {
        return !TOO_SMALL_FOR_INSIGHTS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
