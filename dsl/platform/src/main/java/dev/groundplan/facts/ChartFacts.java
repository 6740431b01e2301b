package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What a chart in one version documents: its values, the definitions that it installs, where it is told its region and its
 * cluster. Checks hold releases of the chart against it; a release of a chart without such facts is taken as it is.
 *
 * <p>Groundplan brings facts of the charts that its controllers use. For a chart of your own write a text in the same form,
 * which {@code docs/guides/charts.md} explains, and hand it to {@code chart(…).withFacts(…)}.
 */
public final class ChartFacts implements Fact {

    private static final String DIRECTORY = "/dev/groundplan/charts/";

    /** Nearly every check asks for them, and the files never change while a program runs. */
    private static final ConcurrentMap<String, Optional<ChartFacts>> KNOWN = new ConcurrentHashMap<>();

    private final SequencedMap<String, List<String>> said;
    private final ValueKeys keys;

    ChartFacts(SequencedMap<String, List<String>> said, ValueKeys keys) {
        this.said = said;
        this.keys = keys;
    }

    /**
     * Definitions of custom resources that a chart installs.
     *
     * @param group their API group, such as {@code external-secrets.io}
     * @param versions the versions that are served, such as {@code v1}
     */
    public record Definitions(String group, List<String> versions) {

        /** Keeps a copy of the versions. */
        public Definitions {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Where a chart is told its AWS region.
     *
     * @param path a value, such as {@code awsRegion}
     * @param variable if the value is a list of environment variables, the one that holds the region
     */
    public record RegionPlace(String path, Optional<String> variable) {}

    /**
     * The service account that a chart's pods run as.
     *
     * @param path the value that names it
     * @param name the name from which the chart makes one when the value is not set: it follows the release's name, unless
     *     that contains it already. One that begins with {@code -} follows in any case
     */
    public record AccountPlace(String path, String name) {

        private static final int LONGEST_LABEL = 63;

        /** Returns the name that the chart gives the account of a release when nobody sets one. */
        public String computed(String release) {
            var full = behind(release);
            return full.length() > LONGEST_LABEL
                    ? full.substring(0, LONGEST_LABEL).replaceAll("-+$", "")
                    : full;
        }

        private String behind(String release) {
            if (name.startsWith("-")) {
                return release + name;
            }
            return release.contains(name) ? release : release + "-" + name;
        }
    }

    /**
     * Returns the facts that a text says.
     *
     * @throws IllegalArgumentException if it has another form; the message names the line
     */
    public static ChartFacts of(String text) {
        return ChartFactsText.parse(text);
    }

    /** Returns the facts that Groundplan brings about a chart in one version. */
    public static Optional<ChartFacts> known(String chart, String version) {
        return KNOWN.computeIfAbsent(chart + "-" + version, ChartFacts::read);
    }

    private static Optional<ChartFacts> read(String file) {
        try (var in = ChartFacts.class.getResourceAsStream(DIRECTORY + file + ".txt")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the chart's name. */
    public String chart() {
        return first("chart").orElseThrow();
    }

    /** Returns the chart's version. */
    public String version() {
        return first("version").orElseThrow();
    }

    /** Returns the version of what the chart installs. */
    public String appVersion() {
        return first("app-version").orElse(version());
    }

    /** Returns the address of the repository that the chart is in. */
    public String repository() {
        return first("repository").orElseThrow();
    }

    /** Returns whether these are facts of this chart in this version, wherever it comes from. */
    public boolean isOf(String chart, String version) {
        return chart().equals(chart) && version().equals(version);
    }

    /** Returns the versions of Kubernetes that the chart is made for, if only some. */
    public Optional<KubernetesRange> kubernetes() {
        return first("kubernetes").map(KubernetesRange::of);
    }

    /** Returns the definitions that the chart installs. */
    public List<Definitions> definitions() {
        return all("definitions").stream()
                .map(line -> {
                    var words = words(line);
                    return new Definitions(words.getFirst(), words.subList(1, words.size()));
                })
                .toList();
    }

    /** Returns whether Helm leaves the chart's definitions as they are on upgrade: those in the folder {@code crds}. */
    public boolean keepsOldDefinitions() {
        return first("definitions-in").filter("crds"::equals).isPresent();
    }

    /** Returns the groups of the aggregated APIs that the chart serves. */
    public List<String> apis() {
        return all("api");
    }

    /** Returns the controllers of the chart that read annotations of others' objects. */
    public List<String> controllers() {
        return all("controller");
    }

    /** Returns the port that the API server calls, for a webhook or an aggregated API. */
    public Optional<Integer> calledPort() {
        return first("port").map(line -> Integer.valueOf(words(line).getFirst()));
    }

    /** Returns where the chart is told which service account its pods run as. */
    public Optional<AccountPlace> serviceAccount() {
        return first("service-account").map(line -> {
            var words = words(line);
            return new AccountPlace(words.getFirst(), words.getLast());
        });
    }

    /** Returns the value that names the cluster. */
    public Optional<String> cluster() {
        return first("cluster");
    }

    /** Returns where the chart is told its region. */
    public Optional<RegionPlace> region() {
        return first("region").map(line -> {
            var words = words(line);
            return new RegionPlace(words.getFirst(), words.stream().skip(1).findFirst());
        });
    }

    /** Returns the values of which one says which network the cluster stands in. */
    public List<String> network() {
        return first("network").map(ChartFacts::words).orElse(List.of());
    }

    /** Returns the value that holds the tag of an image whose minor version must be that of Kubernetes. */
    public Optional<String> imageOfKubernetes() {
        return first("image-of-kubernetes");
    }

    /** Returns the value that, when true, makes the chart install a {@code ServiceMonitor}. */
    public Optional<String> monitors() {
        return first("monitors");
    }

    /** Returns the values that the chart documents. */
    public ValueKeys keys() {
        return keys;
    }

    /** The chart and its version, such as {@code metrics-server 3.13.1}. */
    @Override
    public String toString() {
        return chart() + " " + version();
    }

    private Optional<String> first(String word) {
        return all(word).stream().findFirst();
    }

    private List<String> all(String word) {
        return said.getOrDefault(word, List.of());
    }

    private static List<String> words(String line) {
        return List.of(line.split(" +", -1));
    }
}
