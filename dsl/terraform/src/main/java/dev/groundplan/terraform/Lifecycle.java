package dev.groundplan.terraform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the instances of a resource are replaced, and what is checked about them ({@code lifecycle}).
 *
 * @see <a href="https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle">lifecycle</a>
 */
public final class Lifecycle {

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*|\\[\\d+]|\\[\"[^\"\\\\]*\"])*");

    private static final Lifecycle DEFAULTS =
            new Lifecycle(new Rules(false, false, false, List.of(), List.of()), List.of(), List.of());

    private final Rules rules;
    private final List<Condition> preconditions;
    private final List<Condition> postconditions;

    private record Rules(
            boolean createBeforeDestroy,
            boolean preventDestroy,
            boolean ignoreAllChanges,
            List<String> ignoredChanges,
            List<Expression<?>> replaceTriggeredBy) {}

    private Lifecycle(Rules rules, List<Condition> preconditions, List<Condition> postconditions) {
        this.rules = rules;
        this.preconditions = preconditions;
        this.postconditions = postconditions;
    }

    /** Returns Terraform's defaults: nothing is ignored, prevented or checked. */
    public static Lifecycle defaults() {
        return DEFAULTS;
    }

    /** Returns a copy under which a replacement is made before the old instance goes. */
    public Lifecycle withCreateBeforeDestroy() {
        return with(new Rules(
                true, rules.preventDestroy, rules.ignoreAllChanges, rules.ignoredChanges, rules.replaceTriggeredBy));
    }

    /** Returns a copy under which Terraform refuses any plan that would destroy an instance. */
    public Lifecycle withPreventDestroy() {
        return with(new Rules(
                rules.createBeforeDestroy,
                true,
                rules.ignoreAllChanges,
                rules.ignoredChanges,
                rules.replaceTriggeredBy));
    }

    /**
     * Returns a copy under which changes of these attributes made elsewhere stay, besides those given before.
     *
     * @param paths such as {@code desired_count}, {@code scaling_config[0].desired_size}, {@code tags["owner"]}
     * @throws IllegalArgumentException if one is no such path, or if all changes are ignored already
     */
    public Lifecycle withIgnoreChanges(String... paths) {
        if (rules.ignoreAllChanges) {
            throw new IllegalArgumentException("`ignore_changes` is `all` here, which " + Arrays.toString(paths)
                    + " is a part of; keep one of the two");
        }
        List<String> ignored = append(rules.ignoredChanges, Arrays.stream(paths).map(Lifecycle::requirePath));
        return with(
                new Rules(rules.createBeforeDestroy, rules.preventDestroy, false, ignored, rules.replaceTriggeredBy));
    }

    /** Returns a copy under which no change of any attribute is ever applied ({@code ignore_changes = all}). */
    public Lifecycle withIgnoreAllChanges() {
        return with(
                new Rules(rules.createBeforeDestroy, rules.preventDestroy, true, List.of(), rules.replaceTriggeredBy));
    }

    /**
     * Returns a copy under which an instance is replaced when one of these changes, besides those given before.
     *
     * @throws IllegalArgumentException if one is no resource
     */
    public Lifecycle withReplaceTriggeredBy(Declaration... resources) {
        return replaceTriggeredBy(Arrays.stream(resources)
                .map(resource -> new ReferenceExpression<>(resource.element().address())));
    }

    /**
     * Returns a copy under which an instance is replaced when one of these attributes of resources changes, besides those
     * given before.
     *
     * @param attributes references such as {@code launchTemplate.attribute("latest_version")}
     * @throws IllegalArgumentException if one does not start at a resource
     */
    public Lifecycle withReplaceTriggeredBy(Expression<?>... attributes) {
        return replaceTriggeredBy(Arrays.stream(attributes));
    }

    private Lifecycle replaceTriggeredBy(Stream<Expression<?>> more) {
        List<Expression<?>> triggers = append(rules.replaceTriggeredBy, more.map(Lifecycle::requireTrigger));
        return with(new Rules(
                rules.createBeforeDestroy,
                rules.preventDestroy,
                rules.ignoreAllChanges,
                rules.ignoredChanges,
                triggers));
    }

    /** Returns a copy that checks one more thing before an instance is planned. */
    public Lifecycle withPrecondition(Condition condition) {
        return new Lifecycle(rules, append(preconditions, Stream.of(condition)), postconditions);
    }

    /** Returns a copy that checks one more thing after an instance is planned and made; {@link Scope#self} is the instance. */
    public Lifecycle withPostcondition(Condition condition) {
        return new Lifecycle(rules, preconditions, append(postconditions, Stream.of(condition)));
    }

    private Lifecycle with(Rules changed) {
        return new Lifecycle(changed, preconditions, postconditions);
    }

    private static <E> List<E> append(List<E> list, Stream<? extends E> more) {
        return Stream.concat(list.stream(), more).distinct().toList();
    }

    private static String requirePath(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "`" + path + "` is no path to an attribute: it is a name, then `.name`, `[0]` or"
                            + " `[\"key\"]` as often as needed; write it like `scaling_config[0].desired_size`");
        }
        return path;
    }

    private static Expression<?> requireTrigger(Expression<?> trigger) {
        Expression<?> root = trigger;
        while (!(root instanceof ReferenceExpression<?> reference)) {
            root = switch (root) {
                case AttributeExpression<?> attribute -> attribute.source();
                case IndexExpression<?> index -> index.source();
                default -> throw badTrigger(trigger);
            };
        }
        if (reference.address().kind() != Address.Kind.RESOURCE) {
            throw badTrigger(trigger);
        }
        return trigger;
    }

    private static IllegalArgumentException badTrigger(Expression<?> trigger) {
        return new IllegalArgumentException("`replace_triggered_by` does not take `" + trigger
                + "`: it takes a resource of the same module or an attribute of one; to watch another value, put it into the"
                + " `input` of a terraform_data resource and give that");
    }

    /** Returns whether nothing but conditions is set. */
    boolean onlyConditions() {
        return rules.equals(DEFAULTS.rules);
    }

    Stream<Address> references() {
        return Stream.concat(
                rules.replaceTriggeredBy.stream().flatMap(Expression::references),
                Stream.concat(Condition.references(preconditions), Condition.references(postconditions)));
    }

    Stream<String> freeNames() {
        Stream<String> after = Condition.freeNames(postconditions).filter(name -> !name.equals(Scope.SELF));
        Stream<String> triggers = rules.replaceTriggeredBy.stream().flatMap(ExpressionTree::freeNames);
        return Stream.concat(triggers, Stream.concat(Condition.freeNames(preconditions), after));
    }

    void writeTo(JsonGenerator to) throws IOException {
        to.writeStartObject();
        writeRules(to);
        Condition.writeAll("precondition", preconditions, to);
        Condition.writeAll("postcondition", postconditions, to);
        to.writeEndObject();
    }

    private void writeRules(JsonGenerator to) throws IOException {
        if (rules.createBeforeDestroy) {
            to.writeBooleanField("create_before_destroy", true);
        }
        if (rules.preventDestroy) {
            to.writeBooleanField("prevent_destroy", true);
        }
        if (rules.ignoreAllChanges) {
            to.writeStringField("ignore_changes", "all");
        } else if (!rules.ignoredChanges.isEmpty()) {
            JsonSyntax.writeStrings("ignore_changes", rules.ignoredChanges, to);
        }
        if (!rules.replaceTriggeredBy.isEmpty()) {
            JsonSyntax.writeStrings("replace_triggered_by", rules.replaceTriggeredBy, to);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lifecycle that
                && rules.equals(that.rules)
                && preconditions.equals(that.preconditions)
                && postconditions.equals(that.postconditions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {rules, preconditions, postconditions});
    }
}
