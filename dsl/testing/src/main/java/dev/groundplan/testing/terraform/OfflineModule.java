package dev.groundplan.testing.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.testing.RealProgram;
import dev.groundplan.testing.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A copy of a root module in a temporary directory, with its state beside it, made by {@link TerraformCore#open}. Closing it
 * removes the directory.
 */
public final class OfflineModule implements AutoCloseable {

    private static final String CLI_CONFIGURATION = "terraform.rc";

    private static final String MODULE = "module";
    static final String STATE = "terraform.tfstate";
    private static final String PLAN = "plan.bin";
    // Its name sorts behind other override files, so it has the last word.
    private static final String OVERRIDE = "zz_groundplan_override.tf.json";
    // No registry: what is not served by this JVM is found nowhere, at once.
    private static final String NO_REGISTRY = """
            provider_installation {
              filesystem_mirror {
                path    = "mirror"
                include = ["*/*/*"]
              }
            }
            """;

    private final TerraformSession session;
    private final Scratch scratch;
    private final Path directory;
    private List<Diagnostic> initial = List.of();
    private boolean initialised;

    private OfflineModule(TerraformSession session, Scratch scratch) {
        this.session = session;
        this.scratch = scratch;
        this.directory = scratch.directory().resolve(MODULE);
    }

    static OfflineModule copy(TerraformSession session, Path source) {
        if (!Files.isDirectory(source)) {
            throw new IllegalArgumentException("`" + source
                    + "` is no directory. Give the directory of a root module: one with .tf or .tf.json files.");
        }
        return create(session, target -> DirectoryCopy.copy(source, target));
    }

    static OfflineModule write(TerraformSession session, FileTree tree, FilePath directory) {
        var prefix = directory + "/";
        var files = new LinkedHashMap<String, String>();
        tree.texts().forEach((path, text) -> {
            if (path.toString().startsWith(prefix)) {
                files.put(path.toString().substring(prefix.length()), text);
            }
        });
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no file below `" + directory + "` in the tree. Give the directory of a root module.");
        }
        return create(session, target -> {
            for (var file : files.entrySet()) {
                write(target.resolve(file.getKey()), file.getValue());
            }
        });
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path target) throws IOException;
    }

    private static OfflineModule create(TerraformSession session, Filling filling) {
        try {
            var module = new OfflineModule(session, Scratch.create("groundplan-terraform-"));
            Files.createDirectory(module.directory);
            filling.fill(module.directory);
            module.override();
            write(module.directory.resolveSibling(CLI_CONFIGURATION), NO_REGISTRY);
            return module;
        } catch (IOException failure) {
            throw new UncheckedIOException("no temporary copy of the root module can be made", failure);
        }
    }

    /** State is kept beside the module, and what it reads of others is there too. */
    private void override() throws IOException {
        for (var file : session.remoteStates()
                .files(ModuleText.read(directory), OVERRIDE)
                .entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** Writes a file of the copy anew, as the next commit might; the next command sees it. */
    public void replace(String file, String text) {
        try {
            write(directory.resolve(file), text);
            override();
            initialised = false;
        } catch (IOException failure) {
            throw new UncheckedIOException("`" + file + "` cannot be written", failure);
        }
    }

    /**
     * Asks whether the configuration is valid on its own ({@code terraform validate}).
     *
     * @return what Terraform has to say; empty if nothing
     */
    public List<Diagnostic> validate() {
        if (!ready()) {
            return initial;
        }
        return MachineOutput.document("validate", run("validate", "-json"))
                .path("diagnostics")
                .valueStream()
                .map(Diagnostic::of)
                .toList();
    }

    /** Plans against the state as it is now ({@code terraform plan}). */
    public Plan plan() {
        if (!ready()) {
            return Plan.failed(initial);
        }
        var outcome = run("plan", "-json", "-input=false", "-detailed-exitcode", "-out=" + PLAN);
        var diagnostics = MachineOutput.diagnostics("plan", outcome);
        if (outcome.exitCode() == 1) {
            return Plan.failed(diagnostics);
        }
        var json = MachineOutput.document("show", run("show", "-json", PLAN));
        return Plan.of(diagnostics, outcome.exitCode() == 0, json);
    }

    /**
     * Plans and carries the plan out in imagination ({@code terraform apply}).
     *
     * @return what Terraform has to say; an error among it means that it stopped halfway
     */
    public List<Diagnostic> apply() {
        return ready()
                ? MachineOutput.diagnostics("apply", run("apply", "-json", "-input=false", "-auto-approve"))
                : initial;
    }

    /** Returns where the copy is. */
    public Path directory() {
        return directory;
    }

    /** Returns the text of the state file; empty before the first {@link #apply}. */
    public String state() {
        return new String(bytes(STATE), UTF_8);
    }

    /** Returns the bytes of the last plan's file, a ZIP archive; none before the first {@link #plan}. */
    public byte[] planFile() {
        return bytes(PLAN);
    }

    private byte[] bytes(String name) {
        var file = directory.resolve(name);
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException failure) {
            throw new UncheckedIOException("`" + file + "` cannot be read", failure);
        }
    }

    private boolean ready() {
        if (!initialised) {
            initial = MachineOutput.diagnostics("init", run("init", "-json", "-input=false"));
            initialised = initial.stream().noneMatch(Diagnostic::isError);
        }
        return initialised;
    }

    private RealProgram.Outcome run(String... arguments) {
        try {
            return session.run(
                    directory,
                    ModuleText.read(directory),
                    directory.resolveSibling(CLI_CONFIGURATION),
                    List.of(arguments));
        } catch (IOException failure) {
            throw new UncheckedIOException("the copy of the root module cannot be read", failure);
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Files.writeString(file, text);
    }

    /** Removes the copy and its state. */
    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("`" + scratch.directory() + "` cannot be removed", failure);
        }
    }
}
