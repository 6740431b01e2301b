package dev.groundplan.render;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.inventory.Inventory;
import dev.groundplan.kubernetes.ManifestText;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;

/** Turns the elements of a platform into text, in memory. */
public final class Rendering {

    private static final FilePath INVENTORY = FilePath.of("README.md");

    private Rendering() {}

    /** Returns the files of all these platforms, each in a folder named after its environment. */
    public static FileTree render(Collection<ExpandedPlatform> platforms) {
        var texts = new TreeMap<FilePath, String>();
        for (var platform : platforms) {
            var folder = FilePath.of(platform.platform().site().environment().toString());
            files(platform).texts().forEach((path, text) -> texts.put(folder.resolve(path.toString()), text));
        }
        return FileTree.of(texts);
    }

    /** Writes an object that nobody reads: most of a short run is Jackson and the model meeting their first one. */
    public static void warmUp() {
        var unread = ManifestText.of(new DeploymentBuilder()
                .withNewMetadata()
                .withName("first")
                .endMetadata()
                .withNewSpec()
                .withNewTemplate()
                .withNewSpec()
                .addNewContainer()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build());
        Objects.requireNonNull(unread);
    }

    private static FileTree files(ExpandedPlatform platform) {
        var header = new Header(platform.platform().line().className());
        return TerraformFiles.files(platform, header)
                .with(KubernetesFiles.files(platform, header))
                .with(others(platform, header))
                .with(INVENTORY, Inventory.page(platform, header));
    }

    private static FileTree others(ExpandedPlatform platform, Header header) {
        var tree = FileTree.empty();
        for (var placed : platform.files()) {
            tree = tree.with(placed.path(), placed.text().under(header));
        }
        return tree;
    }
}
