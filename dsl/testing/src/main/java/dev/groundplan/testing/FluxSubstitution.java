package dev.groundplan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Flux makes of the variables in the YAML that kustomize built: the substitution after building, in its strict form, which
 * is that of Flux 2.9. Written from its documentation, apart from what escapes the texts.
 *
 * <pre>{@code
 * var values = new LinkedHashMap<String, String>();
 * values.put("vpc_id", "vpc-0a1b");
 * assertThat(new FluxSubstitution(values).apply(built)).contains("vpcId: vpc-0a1b");
 * }</pre>
 *
 * <ul>
 *   <li><code>${name}</code> becomes the value; a name without a value is an error.
 *   <li><code>${name:=text}</code> and <code>${name:-text}</code> become the value, or the text where there is none.
 *   <li><code>$$</code> becomes <code>$</code>, whatever follows; a dollar sign alone stays.
 *   <li>An object that carries {@code kustomize.toolkit.fluxcd.io/substitute: disabled} as label or annotation stays.
 *   <li>Any other function of a shell, such as <code>${name^^}</code>, is refused here: Groundplan writes none.
 * </ul>
 *
 * @see <a href="https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution">Flux: post build
 *     variable substitution</a>
 */
public final class FluxSubstitution {

    private static final Pattern PIECE = Pattern.compile("\\$\\$|\\$\\{(?<inside>[^}]*)(?<end>}?)");
    private static final Pattern VARIABLE =
            Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::[=-](?<otherwise>[^${}]*))?");
    private static final Pattern BETWEEN_DOCUMENTS = Pattern.compile("(?m)^---\\n");
    private static final String SWITCH = "kustomize.toolkit.fluxcd.io/substitute";

    private final SequencedMap<String, String> values;

    /** Returns the substitution of these values by their names: the data of the ConfigMap {@code cluster-vars}. */
    public FluxSubstitution(SequencedMap<String, String> values) {
        this.values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /**
     * Returns the documents as Flux applies them.
     *
     * @param yaml what {@code kubectl kustomize} prints: any number of documents
     * @throws IllegalArgumentException if a variable has no value, or something is no variable at all
     */
    public String apply(String yaml) {
        var applied = new StringBuilder();
        for (var document : BETWEEN_DOCUMENTS.split(yaml, -1)) {
            applied.append(applied.isEmpty() ? "" : "---\n")
                    .append(isSwitchedOff(document) ? document : text(document));
        }
        return applied.toString();
    }

    private static boolean isSwitchedOff(String document) {
        return YamlData.documents(document).stream()
                .map(object -> object.path("metadata"))
                .anyMatch(metadata -> isOff(metadata.path("labels")) || isOff(metadata.path("annotations")));
    }

    private static boolean isOff(JsonNode said) {
        return said.path(SWITCH).asText().equals("disabled");
    }

    private String text(String document) {
        return PIECE.matcher(document)
                .replaceAll(piece -> Matcher.quoteReplacement(
                        piece.group().equals("$$") ? "$" : value(piece.group(), piece.group(1), piece.group(2))));
    }

    private String value(String piece, String inside, String end) {
        var variable = VARIABLE.matcher(inside);
        if (end.isEmpty() || !variable.matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no variable: a dollar sign before a brace that is meant as such is written twice."
                            .formatted(piece.lines().findFirst().orElse(piece)));
        }
        var name = variable.group("name");
        var otherwise = variable.group("otherwise");
        if (!values.containsKey(name) && otherwise == null) {
            throw new IllegalArgumentException("The variable `%s` has no value; there are: %s."
                    .formatted(name, String.join(", ", new TreeSet<>(values.keySet()))));
        }
        var value = values.getOrDefault(name, "");
        return value.isEmpty() && otherwise != null ? otherwise : value;
    }
}
