package dev.groundplan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus reads with labels in braces: {@code http_requests_total{job="orders"}}.
 *
 * <p>Only these are found: a name without braces is read of everybody, and no one can say whose it should be.
 *
 * @param name of the series
 * @param labels those that must have one value, with that value
 * @see <a href="https://prometheus.io/docs/prometheus/latest/querying/basics/#instant-vector-selectors">Prometheus:
 *     selectors</a>
 */
record SeriesSelector(String name, SortedMap<String, String> labels) {

    private static final String STRING = "\"(?:[^\"\\\\]++|\\\\.)*+\"|'(?:[^'\\\\]++|\\\\.)*+'|`[^`]*+`";

    /** A string and a comment may have braces; a word is a name where braces follow. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<skipped>%s|#[^\\n]*)|(?<word>[a-zA-Z_:][a-zA-Z0-9_:]*)?\\s*\\{(?<labels>(?:%s|[^}\"'`]++)*+)\\}"
                    .formatted(STRING, STRING));

    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!=|!~|=)\\s*(%s)".formatted(STRING));

    /** What may stand before the braces of a selector that has no name before them. */
    private static final Set<String> KEYWORDS =
            new TreeSet<>(List.of("and", "atan2", "bool", "group_left", "group_right", "or", "unless"));

    private static final String NAME = "__name__";

    /** The selectors of this expression that name a series, in their order. */
    static List<SeriesSelector> in(String expression) {
        var all = new ArrayList<SeriesSelector>();
        var tokens = TOKEN.matcher(expression);
        while (tokens.find()) {
            if (tokens.group("skipped") == null) {
                selector(tokens).ifPresent(all::add);
            }
        }
        return all;
    }

    private static Optional<SeriesSelector> selector(Matcher token) {
        var labels = labels(token.group("labels"));
        return Optional.ofNullable(token.group("word"))
                .filter(word -> !KEYWORDS.contains(word.toLowerCase(Locale.ROOT)))
                .or(() -> Optional.ofNullable(labels.get(NAME)))
                .map(name -> new SeriesSelector(name, labels));
    }

    private static SortedMap<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        var found = LABEL.matcher(text);
        while (found.find()) {
            if (found.group(2).equals("=")) {
                labels.put(
                        found.group(1),
                        found.group(3).substring(1, found.group(3).length() - 1));
            }
        }
        return labels;
    }
}
