package dev.groundplan.terraform;

import dev.groundplan.files.Content;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One directory that Terraform is run in: its elements, by file.
 *
 * <p>Each file renders to one JSON object. Its blocks come in this order: {@code terraform}, {@code provider}, {@code
 * variable}, {@code locals}, {@code data}, {@code ephemeral}, {@code resource}, {@code module}, {@code output}, {@code moved},
 * {@code removed}, {@code import}, {@code check}; within a kind by type and then by name (by address for {@code moved}, {@code
 * removed} and {@code import}), so that the order of the description changes nothing. Within a block, attributes and nested
 * blocks keep the order given.
 */
public final class RootModule {

    private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9_-]*");
    private static final String SUFFIX = ".tf.json";

    private final String name;
    private final SequencedMap<String, List<Element>> files;

    private RootModule(String name, SequencedMap<String, List<Element>> files) {
        this.name = name;
        this.files = Collections.unmodifiableSequencedMap(files);
    }

    /**
     * Returns a root module without files.
     *
     * @param name how the platform calls it, such as {@code infra}; also the name of its directory
     * @throws IllegalArgumentException if the name is not made of a-z, 0-9, {@code _} and {@code -}
     */
    public static RootModule of(String name) {
        requireName("root module", name);
        return new RootModule(name, new LinkedHashMap<>());
    }

    /**
     * Returns a copy with these elements in a file, besides those given before.
     *
     * @param fileName without {@code .tf.json}, such as {@code network}
     * @throws IllegalArgumentException if the name is not made of a-z, 0-9, {@code _} and {@code -}, or would make an override
     *     file of it ({@code override}, {@code …_override})
     */
    public RootModule with(String fileName, Declaration... declarations) {
        requireName("file", fileName);
        if (fileName.equals("override") || fileName.endsWith("_override")) {
            throw new IllegalArgumentException("the file name `" + fileName
                    + "` would make Terraform merge it over the other files; write `" + fileName + "s`");
        }
        SequencedMap<String, List<Element>> changed = new LinkedHashMap<>(files);
        List<Element> all = new ArrayList<>(files.getOrDefault(fileName, List.of()));
        Arrays.stream(declarations).map(Declaration::element).forEach(all::add);
        changed.put(fileName, List.copyOf(all));
        return new RootModule(name, changed);
    }

    private static void requireName(String thing, String name) {
        if (!FILE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name for a " + thing
                    + ": it takes a-z, 0-9, `_` and `-`, and starts with a letter or digit; write it like `infra`");
        }
    }

    /** Returns how the platform calls it. */
    public String name() {
        return name;
    }

    /** Returns all elements, in the order given, file by file. */
    public Stream<Element> elements() {
        return files.values().stream().flatMap(List::stream);
    }

    /**
     * Returns everything that is wrong with it as a whole: addresses given twice, references to nothing, names that nothing
     * binds, cycles; each kind in the order of the description.
     */
    public List<ModuleProblem> problems() {
        List<Element> all = elements().toList();
        return Stream.of(Duplicates.in(all), UnknownReferences.in(all), UnboundNames.in(all), Cycles.in(all))
                .flatMap(each -> each)
                .toList();
    }

    /**
     * Returns the files by name, such as {@code network.tf.json}, in the order of their names.
     *
     * @throws IllegalStateException if two elements have one address; see {@link #problems()}
     */
    public SortedMap<String, Content> files() {
        Duplicates.in(elements().toList()).findFirst().ifPresent(problem -> {
            throw new IllegalStateException("the root module `" + name + "` has two elements with the address `"
                    + ((ModuleProblem.DuplicateAddress) problem).first().address()
                    + "` and cannot be rendered; ask problems() before files()");
        });
        SortedMap<String, Content> contents = new TreeMap<>();
        files.forEach((file, elements) -> contents.put(file + SUFFIX, new ModuleFile(elements)));
        return Collections.unmodifiableSortedMap(contents);
    }
}
