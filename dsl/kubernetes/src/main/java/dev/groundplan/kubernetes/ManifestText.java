package dev.groundplan.kubernetes;

import dev.groundplan.files.Content;
import dev.groundplan.files.Header;
import dev.groundplan.files.YamlText;
import dev.groundplan.kubernetes.KubernetesProblem.UnknownField;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The YAML of one Kubernetes object.
 *
 * <ul>
 *   <li>Fields come in the order of the model: {@code apiVersion}, {@code kind}, {@code metadata}, {@code spec}.
 *   <li>Maps that the user fills (labels, annotations, data, requests and limits, free values) are sorted by key.
 *   <li>A field that was not set is left out; {@code status} always is, since the cluster writes it.
 *   <li>An empty object is written: {@code podSelector: {}} selects every pod, an absent one none.
 *   <li>An empty list or map of Kubernetes' own kinds is left out. fabric8 starts every list as empty, so the two cannot be
 *       told apart, and the API server takes both for the same. The three lists that it requires, and takes when they are
 *       empty, are always written: {@code LimitRange.spec.limits}, {@code PodFailurePolicy.rules},
 *       {@code CSINode.spec.drivers}. In typed custom resources an empty list is written, an absent one is not.
 *   <li>{@code null} inside free values (those of a chart, for example) is written: there it takes a default away.
 * </ul>
 */
public final class ManifestText {

    private ManifestText() {}

    /**
     * The object under the header.
     *
     * @throws IllegalArgumentException if the object carries a field that its kind does not have; the message names it
     */
    public static String of(Header header, HasMetadata object) {
        return of(header, object, Substitution.none());
    }

    /** The object under the header, its texts written by the rules of the substitution; as {@link #of(Header, HasMetadata)}. */
    public static String of(Header header, HasMetadata object, Substitution substitution) {
        return text(object, substitution, content -> YamlText.of(header, content));
    }

    /** The object alone, as {@link #of(Header, HasMetadata)}. */
    public static String of(HasMetadata object) {
        return text(object, Substitution.none(), YamlText::of);
    }

    private static String text(HasMetadata object, Substitution substitution, Function<Content, String> writer) {
        var name = ObjectName.of(object);
        var unknown = new ArrayList<UnknownFields.Field>();
        Content content = generator -> unknown.addAll(ObjectWriting.write(object, generator, substitution));
        var text = whole(name, () -> writer.apply(content));
        refuse(name, unknown);
        return text;
    }

    /** The writer names the place inside the object only. */
    private static String whole(ObjectName object, Supplier<String> text) {
        try {
            return text.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the %s cannot be written: %s".formatted(object, e.getMessage()), e);
        }
    }

    private static void refuse(ObjectName object, List<UnknownFields.Field> unknown) {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.stream()
                    .map(field -> UnknownField.message(object, field.path(), field.didYouMean()))
                    .collect(Collectors.joining("\n")));
        }
    }
}
