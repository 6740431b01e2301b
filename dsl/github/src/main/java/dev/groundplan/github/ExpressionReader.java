package dev.groundplan.github;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.groundplan.files.NearestName;
import dev.groundplan.github.Expression.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an expression by GitHub's grammar and lists what it refers to. */
final class ExpressionReader {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>'(?:[^']|'')*')"
            + "|(?<number>-?(?:0x[0-9a-fA-F]+|[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![A-Za-z_]))"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_-]*)"
            + "|(?<sign>&&|\\|\\||==|!=|<=|>=|[<>!().,*\\[\\]]))");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private int next;

    private ExpressionReader(String text) {
        this.text = text;
    }

    static List<Reference> references(String text) {
        var reader = new ExpressionReader(text);
        reader.split();
        reader.binary();
        if (reader.next < reader.tokens.size()) {
            throw reader.refusal("nothing is expected at `" + reader.tokens.get(reader.next) + "`.");
        }
        return reader.references;
    }

    private void split() {
        var matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw refusal("`" + text.substring(end).strip() + "` cannot be read; texts stand in single quotes.");
        }
    }

    private void binary() {
        unary();
        while (accept("&&", "||", "==", "!=", "<", "<=", ">", ">=").isPresent()) {
            unary();
        }
    }

    private void unary() {
        while (accept("!").isPresent()) {}
        if (accept("(").isPresent()) {
            binary();
            expect(")");
        } else {
            operand(take());
        }
    }

    private void operand(String token) {
        char first = token.charAt(0);
        if (first == '\'' || first == '-' || Character.isDigit(first)) {
            return;
        }
        if (!Character.isLetter(first) && first != '_') {
            throw refusal("a value is expected at `" + token + "`.");
        }
        if (accept("(").isPresent()) {
            function(token);
        } else if (!Language.LITERALS.contains(token)) {
            context(token);
        }
    }

    private void function(String name) {
        if (Language.FUNCTIONS.stream().noneMatch(name::equalsIgnoreCase)) {
            throw refusal("there is no function `" + name + "`." + NearestName.question(name, Language.FUNCTIONS));
        }
        if (accept(")").isEmpty()) {
            do {
                binary();
            } while (accept(",").isPresent());
            expect(")");
        }
        way(new ArrayList<>());
    }

    private void context(String name) {
        if (!Language.CONTEXTS.contains(name)) {
            throw refusal("there is no context `%s`.%s GitHub has %s."
                    .formatted(
                            name, NearestName.question(name, Language.CONTEXTS), String.join(", ", Language.CONTEXTS)));
        }
        var path = new ArrayList<>(List.of(name));
        way(path);
        if (name.equals("github") && path.size() > 1) {
            property(path.get(1));
        }
        references.add(new Reference(path));
    }

    private void property(String name) {
        if (!name.equals("*") && !Language.OF_GITHUB.contains(name)) {
            throw refusal("the context `github` has no `%s`.%s"
                    .formatted(name, NearestName.question(name, Language.OF_GITHUB)));
        }
    }

    private void way(List<String> path) {
        while (true) {
            if (accept(".").isPresent()) {
                path.add(take());
            } else if (accept("[").isPresent()) {
                path.add(index());
                expect("]");
            } else {
                return;
            }
        }
    }

    private String index() {
        var token = next < tokens.size() ? tokens.get(next) : "";
        binary();
        return token.startsWith("'") ? token.substring(1, token.length() - 1) : "*";
    }

    private Optional<String> accept(String... signs) {
        if (next < tokens.size() && List.of(signs).contains(tokens.get(next))) {
            return Optional.of(take());
        }
        return Optional.empty();
    }

    private void expect(String sign) {
        if (accept(sign).isEmpty()) {
            throw refusal("`" + sign + "` is missing"
                    + (next < tokens.size() ? " before `" + tokens.get(next) + "`." : " at the end."));
        }
    }

    @CanIgnoreReturnValue
    private String take() {
        if (next == tokens.size()) {
            throw refusal("it ends where a value is expected.");
        }
        return tokens.get(next++);
    }

    private IllegalArgumentException refusal(String fault) {
        return Refusal.of("`%s` is no expression of a workflow: %s", text, fault);
    }
}
