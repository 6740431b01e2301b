package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.expand.Place;
import dev.groundplan.kubernetes.KubernetesProblem;
import dev.groundplan.kubernetes.KubernetesProblem.DuplicateObject;
import dev.groundplan.kubernetes.KubernetesProblem.SharedFile;
import dev.groundplan.kubernetes.KubernetesProblem.UnknownField;
import dev.groundplan.render.KubernetesFiles;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.IdentityHashMap;
import java.util.List;

/** Finds Kubernetes objects that are there twice or share a file, and fields that their kind does not have. */
final class ManifestCannotBeWritten implements ElementsCheck {

    @Override
    public List<Problem> find(ExpandedPlatform platform) {
        var places = new IdentityHashMap<HasMetadata, Place>();
        platform.kubernetes()
                .forEach(placed -> places.put(placed.object(), placed.from().place()));
        return KubernetesFiles.tree(platform).problems().stream()
                .map(problem -> problem(problem, places))
                .toList();
    }

    private static Problem problem(KubernetesProblem problem, IdentityHashMap<HasMetadata, Place> places) {
        return switch (problem) {
            case DuplicateObject twice ->
                new Problem(
                        "K41",
                        "The %s is there twice: the first is from %s."
                                .formatted(
                                        twice.second().name(),
                                        places.get(twice.first().object())),
                        place(places, twice.second().object()),
                        "leave one out, or give it another name");
            case SharedFile shared ->
                new Problem(
                        "K41",
                        "The %s would have the same file as the %s from %s: `%s`."
                                .formatted(
                                        shared.second().name(),
                                        shared.first().name(),
                                        places.get(shared.first().object()),
                                        shared.second().file()),
                        place(places, shared.second().object()),
                        "put one of them into another directory: Layer.APPS.directory(…)");
            case UnknownField unknown ->
                new Problem(
                        "K01",
                        "The %s has the field `%s`, which its kind does not have."
                                .formatted(unknown.object().name(), unknown.path()),
                        place(places, unknown.object().object()),
                        unknown.didYouMean()
                                .map(name -> "did you mean `" + name + "`?")
                                .orElse("leave it out"));
        };
    }

    private static Place place(IdentityHashMap<HasMetadata, Place> places, HasMetadata object) {
        var place = places.get(object);
        if (place == null) {
            throw new IllegalStateException(
                    "An object without a place: " + object.getMetadata().getName());
        }
        return place;
    }
}
