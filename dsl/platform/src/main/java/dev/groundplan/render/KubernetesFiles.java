package dev.groundplan.render;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Placement;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.facts.AppliedByFlux;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.kubernetes.KubernetesTree;
import dev.groundplan.kubernetes.PlacedObject;
import dev.groundplan.kubernetes.Substitution;
import java.util.List;

/** The Kubernetes side of a platform: one file for each object, and a kustomization for each directory. */
public final class KubernetesFiles {

    private static final FilePath ROOT = FilePath.of("kubernetes");
    private static final Substitution BELOW_FLUX = Substitution.of(ClusterVariable.REFERENCE);

    private KubernetesFiles() {}

    /** Returns the files of {@code platform}: what Flux applies is written so that Flux gives the texts that were said. */
    static FileTree files(ExpandedPlatform platform, Header header) {
        var byFlux = platform.facts(AppliedByFlux.class).stream()
                .map(directory -> new AppliedByFlux(
                        new Placement(ROOT.resolve(directory.at().directory()).toString()), directory.kustomization()))
                .toList();
        return tree(platform).files(header, placed -> substitution(placed, byFlux));
    }

    private static Substitution substitution(PlacedObject placed, List<AppliedByFlux> byFlux) {
        var directory = new Placement(placed.file().directory().orElseThrow().toString());
        return byFlux.stream().anyMatch(applied -> applied.covers(directory))
                        && !Substitution.isSwitchedOff(placed.object())
                ? BELOW_FLUX
                : Substitution.none();
    }

    /** Returns the objects of {@code platform} in their directories, below {@code kubernetes/}. */
    public static KubernetesTree tree(ExpandedPlatform platform) {
        var tree = KubernetesTree.empty();
        for (var placed : platform.kubernetes()) {
            tree = tree.with(ROOT.resolve(placed.placement().directory()), placed.object());
        }
        return tree;
    }
}
