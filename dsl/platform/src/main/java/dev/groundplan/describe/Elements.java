package dev.groundplan.describe;

import dev.groundplan.files.FilePath;
import dev.groundplan.terraform.Declaration;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a part consists of: Terraform elements, each in a root module, Kubernetes objects, each in a place, other files, and
 * what it says about itself.
 */
public final class Elements {

    private static final Elements NONE =
            new Elements(List.of(), List.of(), List.of(), List.of(), new LinkedHashMap<>());

    private final List<InRoot> terraform;
    private final List<InPlace> kubernetes;
    private final List<InFile> files;
    private final List<Fact> facts;
    private final SequencedMap<String, SourceDetail> details;

    private Elements(
            List<InRoot> terraform,
            List<InPlace> kubernetes,
            List<InFile> files,
            List<Fact> facts,
            SequencedMap<String, SourceDetail> details) {
        this.terraform = List.copyOf(terraform);
        this.kubernetes = List.copyOf(kubernetes);
        this.files = List.copyOf(files);
        this.facts = List.copyOf(facts);
        this.details = Collections.unmodifiableSequencedMap(details);
    }

    /** A Terraform element and the root module that it belongs to. */
    public record InRoot(Root root, Declaration declaration) {}

    /** A Kubernetes object and the place of its file. */
    public record InPlace(Placement placement, HasMetadata object) {}

    /** A file of another kind and its path below {@code generated/<environment>}. */
    public record InFile(FilePath path, FileText text) {}

    /**
     * The option of a part that something comes from.
     *
     * @param option what the user set, such as {@code env `POSTGRESQL_PASSWORD`}
     * @param line where he set it
     */
    public record SourceDetail(String option, SourceLine line) {}

    /** Returns no elements. */
    public static Elements none() {
        return NONE;
    }

    /** Returns these elements and, in {@code root}, the given ones. */
    public Elements with(Root root, Declaration... declarations) {
        return with(root, List.of(declarations));
    }

    /** Returns these elements and, in {@code root}, the given ones. */
    public Elements with(Root root, List<? extends Declaration> declarations) {
        var all = new ArrayList<>(terraform);
        declarations.forEach(declaration -> all.add(new InRoot(root, declaration)));
        return new Elements(all, kubernetes, files, facts, details);
    }

    /** Returns these elements and, at {@code placement}, the given objects. */
    public Elements with(Placement placement, HasMetadata... objects) {
        return with(placement, List.of(objects));
    }

    /** Returns these elements and, at {@code placement}, the given objects. */
    public Elements with(Placement placement, Iterable<? extends HasMetadata> objects) {
        var all = new ArrayList<>(kubernetes);
        objects.forEach(object -> all.add(new InPlace(placement, object)));
        return new Elements(terraform, all, files, facts, details);
    }

    /** Returns these elements and a file of another kind, below {@code generated/<environment>}. */
    public Elements with(FilePath path, FileText text) {
        return new Elements(terraform, kubernetes, joined(files, List.of(new InFile(path, text))), facts, details);
    }

    /** Returns these elements and what the part says about itself. */
    public Elements with(Fact... more) {
        return new Elements(terraform, kubernetes, files, joined(facts, List.of(more)), details);
    }

    /** Returns these elements and those. */
    public Elements and(Elements others) {
        var allDetails = new LinkedHashMap<>(details);
        allDetails.putAll(others.details);
        return new Elements(
                joined(terraform, others.terraform),
                joined(kubernetes, others.kubernetes),
                joined(files, others.files),
                joined(facts, others.facts),
                allDetails);
    }

    /**
     * Returns these elements, with what option of the part a text in them comes from: a problem with that text names the
     * option and its line instead of the part's.
     *
     * @param text what a check compares, such as a parameter's name or a port
     */
    public Elements withDetail(String text, SourceDetail detail) {
        var all = new LinkedHashMap<>(details);
        all.put(text, detail);
        return new Elements(terraform, kubernetes, files, facts, all);
    }

    /** Returns the Terraform elements, in order. */
    public List<InRoot> terraform() {
        return terraform;
    }

    /** Returns the Kubernetes objects, in order. */
    public List<InPlace> kubernetes() {
        return kubernetes;
    }

    /** Returns the files of another kind, in order. */
    public List<InFile> files() {
        return files;
    }

    /** Returns all that the part says about itself, in order. */
    public List<Fact> facts() {
        return facts;
    }

    /** Returns what the part says about itself in this way, in order. */
    public <F extends Fact> List<F> facts(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the options that texts in the elements come from, by text. */
    public SequencedMap<String, SourceDetail> details() {
        return details;
    }

    private static <T> List<T> joined(List<T> first, List<? extends T> more) {
        var all = new ArrayList<T>(first);
        all.addAll(more);
        return all;
    }
}
