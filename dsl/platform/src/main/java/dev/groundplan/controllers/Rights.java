package dev.groundplan.controllers;

import dev.groundplan.eks.PolicyStatement;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a controller in one version asks of AWS: the file {@code <controller>-<version>.txt} beside this class, which leaves
 * names of the site open, as in <code>{cluster}</code>, and has statements that only some features need.
 */
final class Rights {

    private static final Pattern OPEN = Pattern.compile("\\{(?<name>[a-z]+)}");
    private static final String ON = "on ";
    private static final String WHEN = "when ";

    private final List<Statement> statements;
    private final List<String> features;
    private final SortedMap<String, String> names;
    private final SortedMap<String, List<? extends Expression<String>>> resources;

    /** A statement, and the feature of the controller that it is for; empty for all. */
    private record Statement(String sid, String feature, List<String> lines) {}

    private Rights(
            List<Statement> statements,
            List<String> features,
            SortedMap<String, String> names,
            SortedMap<String, List<? extends Expression<String>>> resources) {
        this.statements = statements;
        this.features = features;
        this.names = names;
        this.resources = resources;
    }

    /** Returns the rights of this version, with all names open and without features. */
    static Rights of(String controller, String version) {
        var statements = new ArrayList<Statement>();
        DataFile.lines(controller + "-" + version + ".txt").forEach(line -> add(statements, line));
        return new Rights(List.copyOf(statements), List.of(), new TreeMap<>(), new TreeMap<>());
    }

    /** Returns these rights with what these features need as well. */
    Rights withFeatures(List<String> more) {
        return new Rights(statements, List.copyOf(more), names, resources);
    }

    /** Returns these rights with a name filled in. */
    Rights with(String open, String text) {
        var all = new TreeMap<>(names);
        all.put(open, text);
        return new Rights(statements, features, all, resources);
    }

    /** Returns these rights with a line {@code on} filled in. */
    Rights on(String open, List<? extends Expression<String>> arns) {
        var all = new TreeMap<>(resources);
        all.put(open, arns);
        return new Rights(statements, features, names, all);
    }

    PolicyStatement[] statements() {
        return statements.stream()
                .filter(statement -> statement.feature().isEmpty() || features.contains(statement.feature()))
                .map(this::statement)
                .toArray(PolicyStatement[]::new);
    }

    private static void add(List<Statement> statements, String line) {
        if (line.startsWith("[")) {
            var head = List.of(line.substring(1, line.length() - 1).split(" ", 2));
            statements.add(new Statement(head.getFirst(), head.size() > 1 ? head.getLast() : "", new ArrayList<>()));
        } else {
            statements.getLast().lines().add(line);
        }
    }

    private PolicyStatement statement(Statement statement) {
        var actions = statement.lines().stream()
                .filter(line -> !line.startsWith(ON) && !line.startsWith(WHEN))
                .toArray(String[]::new);
        var policy = PolicyStatement.allow(statement.sid(), actions);
        for (var line : statement.lines()) {
            policy = line.startsWith(ON) ? policy.on(resources(line.substring(ON.length()))) : policy;
            policy = line.startsWith(WHEN) ? condition(policy, line.substring(WHEN.length())) : policy;
        }
        return policy;
    }

    private PolicyStatement condition(PolicyStatement policy, String line) {
        var words = List.of(line.split(" +", -1));
        var values = words.subList(2, words.size()).stream().map(this::filled).toArray(String[]::new);
        return policy.when(words.get(0), filled(words.get(1)), values);
    }

    private List<? extends Expression<String>> resources(String line) {
        var matcher = OPEN.matcher(line);
        return matcher.matches() && resources.containsKey(matcher.group("name"))
                ? resources.get(matcher.group("name"))
                : List.of(Expressions.text(filled(line)));
    }

    private String filled(String text) {
        return OPEN.matcher(text).replaceAll(open -> Matcher.quoteReplacement(name(open.group("name"))));
    }

    private String name(String open) {
        var text = names.get(open);
        if (text == null) {
            throw new IllegalStateException("Nobody filled in {" + open + "}");
        }
        return text;
    }
}
