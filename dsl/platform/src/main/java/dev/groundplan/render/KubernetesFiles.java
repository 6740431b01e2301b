package dev.groundplan.render;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.FilePath;
import dev.groundplan.kubernetes.KubernetesTree;

/** The Kubernetes side of a platform: one file for each object, and a kustomization for each directory. */
public final class KubernetesFiles {

    private static final FilePath ROOT = FilePath.of("kubernetes");

    private KubernetesFiles() {}

    /** Returns the objects of {@code platform} in their directories, below {@code kubernetes/}. */
    public static KubernetesTree tree(ExpandedPlatform platform) {
        var tree = KubernetesTree.empty();
        for (var placed : platform.kubernetes()) {
            tree = tree.with(ROOT.resolve(placed.placement().directory()), placed.object());
        }
        return tree;
    }
}
