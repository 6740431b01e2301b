package dev.groundplan.facts;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.groundplan.files.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads the text form of {@link ChartFacts}: {@code word: what} lines, then {@code values:} and one key a line. */
final class ChartFactsText {

    private static final String VALUES = "values";
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+){1,2}");
    private static final List<Word> WORDS = List.of(
            new Word("chart", 1, 1),
            new Word("version", 1, 1),
            new Word("app-version", 1, 1),
            new Word("repository", 1, 1),
            new Word("kubernetes", 1, 2),
            new Word("definitions", 2, 9),
            new Word("definitions-in", 1, 1),
            new Word("api", 1, 1),
            new Word("controller", 1, 1),
            new Word("port", 2, 2),
            new Word("service-account", 2, 2),
            new Word("cluster", 1, 1),
            new Word("region", 1, 2),
            new Word("network", 1, 9),
            new Word("image-of-kubernetes", 1, 1),
            new Word("monitors", 1, 1));

    private final SequencedMap<String, List<String>> said = new LinkedHashMap<>();
    private final List<String> keys = new ArrayList<>();
    private boolean inValues;

    private ChartFactsText() {}

    /** What a line may begin with, and how many words may follow. */
    private record Word(String name, int least, int most) {}

    static ChartFacts parse(String text) {
        var parsed = new ChartFactsText();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(parsed::add);
        for (var needed : List.of("chart", "version", "repository")) {
            if (!parsed.said.containsKey(needed)) {
                throw refusal("The facts do not say `%s`: add a line such as `%s: …`.", needed, needed);
            }
        }
        return new ChartFacts(parsed.said, ValueKeys.of(parsed.keys));
    }

    private void add(String line) {
        if (inValues) {
            keys.add(line);
        } else if (line.equals(VALUES + ":")) {
            inValues = true;
        } else {
            say(line);
        }
    }

    private void say(String line) {
        var parts = line.split(":\\s*", 2);
        if (parts.length < 2) {
            throw refusal(
                    "`%s` is no line of facts: write a word, `:` and what it says, as in `api: metrics.k8s.io`.", line);
        }
        var word = word(parts[0]);
        int count = parts[1].isEmpty() ? 0 : parts[1].split(" +", -1).length;
        if (count < word.least() || count > word.most()) {
            throw refusal(
                    "`%s` says too little or too much: see docs/guides/charts.md for what follows `%s`.",
                    line, word.name());
        }
        refuseBadVersion(word.name(), parts[1]);
        said.computeIfAbsent(word.name(), name -> new ArrayList<>()).add(parts[1]);
    }

    private static Word word(String name) {
        return WORDS.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    var names = WORDS.stream().map(Word::name).toList();
                    return refusal(
                            "`%s` is no word of facts: they are %s, and `values`.%s",
                            name, "`" + String.join("`, `", names) + "`", NearestName.question(name, names));
                });
    }

    private static void refuseBadVersion(String word, String what) {
        boolean bad = word.equals("kubernetes")
                && !List.of(what.split(" +", -1)).stream()
                        .allMatch(version -> VERSION.matcher(version).matches());
        if (bad) {
            throw refusal(
                    "`%s` is no range of versions: write the oldest and, if there is one, the newest, as in `kubernetes: 1.31 1.36`.",
                    what);
        }
    }

    @FormatMethod
    private static IllegalArgumentException refusal(@FormatString String message, Object... parts) {
        return new IllegalArgumentException(String.format(Locale.ROOT, message, parts));
    }
}
