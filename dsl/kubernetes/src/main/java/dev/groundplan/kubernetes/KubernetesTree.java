package dev.groundplan.kubernetes;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.kubernetes.KubernetesProblem.UnknownField;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Kubernetes objects, each assigned to a directory. Immutable; the objects themselves are not copied, so do not change
 * one after it was added.
 *
 * <p>An object becomes one file, {@code <kind>-<name>.yaml}: the words of the kind in lower case, parted by hyphens, and
 * {@code metadata.name}, as in {@code external-secret-orders.yaml}. Names of RBAC objects may hold characters that file
 * names cannot: {@code :} becomes {@code _}, any other (the {@code _} too) its number in hexadecimal behind a {@code %},
 * so {@code system:auth-delegator} is {@code cluster-role-system_auth-delegator.yaml} and no two names meet.
 *
 * <p>Every directory, and each above it up to the first, has a {@code kustomization.yaml} that lists its files and
 * directories.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/">kustomization.yaml</a>
 */
@CheckReturnValue
public final class KubernetesTree {

    private static final KubernetesTree EMPTY = new KubernetesTree(List.of());

    private final List<PlacedObject> objects;

    private KubernetesTree(List<PlacedObject> objects) {
        this.objects = objects;
    }

    /** A tree without objects: it renders to no file. */
    public static KubernetesTree empty() {
        return EMPTY;
    }

    /**
     * This tree and these objects.
     *
     * @param directory where their files are, such as {@code kubernetes/apps/orders}
     * @param more objects of fabric8 or typed custom resources
     * @throws IllegalArgumentException if an object lacks {@code apiVersion}, {@code kind} or {@code metadata.name}, or
     *     its name makes a file name of more than 255 bytes
     */
    public KubernetesTree with(FilePath directory, HasMetadata... more) {
        return with(directory, List.of(more));
    }

    /** This tree and these objects, as {@link #with(FilePath, HasMetadata...)}. */
    public KubernetesTree with(FilePath directory, List<? extends HasMetadata> more) {
        var placed = more.stream().map(object -> PlacedObject.of(directory, object));
        return new KubernetesTree(Stream.concat(objects.stream(), placed).toList());
    }

    /** This tree and all objects of the other. */
    public KubernetesTree with(KubernetesTree other) {
        return new KubernetesTree(
                Stream.concat(objects.stream(), other.objects.stream()).toList());
    }

    /** Every object, in the order in which they were added. */
    public List<PlacedObject> objects() {
        return objects;
    }

    /** Everything that keeps the tree from being written, in the order in which the objects were added. */
    public List<KubernetesProblem> problems() {
        return Stream.concat(Clashes.among(objects), objects.stream().flatMap(KubernetesTree::unknownFields))
                .toList();
    }

    /**
     * Every file: one per object and a {@code kustomization.yaml} per directory, each under the header.
     *
     * @throws IllegalArgumentException if there are {@link #problems()}; the message lists them all
     */
    public FileTree files(Header header) {
        return files(header, placed -> Substitution.none());
    }

    /**
     * Every file, as {@link #files(Header)}.
     *
     * @param substitution how the texts of an object are written
     */
    public FileTree files(Header header, Function<PlacedObject, Substitution> substitution) {
        refuse(problems());
        var texts = new TreeMap<FilePath, String>();
        objects.forEach(placed ->
                texts.put(placed.file(), ManifestText.of(header, placed.object(), substitution.apply(placed))));
        Kustomizations.over(List.copyOf(texts.keySet())).forEach((file, k) -> texts.put(file, k.text(header)));
        return FileTree.of(texts);
    }

    private static Stream<UnknownField> unknownFields(PlacedObject placed) {
        return ObjectWriting.unknownFields(placed.object()).stream()
                .map(field -> new UnknownField(placed, field.path(), field.didYouMean()));
    }

    private static void refuse(List<KubernetesProblem> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    problems.stream().map(KubernetesProblem::message).collect(Collectors.joining("\n")));
        }
    }
}
