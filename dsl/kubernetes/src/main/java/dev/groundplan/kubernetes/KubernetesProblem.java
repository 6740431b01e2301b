package dev.groundplan.kubernetes;

import java.util.Optional;

/** Why a {@link KubernetesTree} is not written. */
public sealed interface KubernetesProblem {

    /** One sentence: what is wrong, where, and how to mend it. */
    String message();

    /**
     * Two objects of one kind, namespace and name: the cluster would hold only one of them.
     *
     * @param first the one that was added first
     * @param second the other one
     */
    record DuplicateObject(PlacedObject first, PlacedObject second) implements KubernetesProblem {
        @Override
        public String message() {
            return "the %s is there twice, as `%s` and as `%s`; leave one out or give it another name"
                    .formatted(second.name(), first.file(), second.file());
        }
    }

    /**
     * Two objects whose files are one, or differ only in case, which is one on macOS and Windows.
     *
     * @param first the one that was added first
     * @param second the other one
     */
    record SharedFile(PlacedObject first, PlacedObject second) implements KubernetesProblem {
        @Override
        public String message() {
            return "the %s and the %s would share the file `%s`; put one of them into another directory"
                    .formatted(first.name(), second.name(), second.file());
        }
    }

    /**
     * A field that the kind does not have. fabric8 reads unknown fields without a word and keeps them aside.
     *
     * @param object the object that carries the field
     * @param path the field from the top of the object on, such as {@code spec.template.spec.containers[0].imagePulPolicy}
     * @param didYouMean the field of that place with the nearest name
     */
    record UnknownField(PlacedObject object, String path, Optional<String> didYouMean) implements KubernetesProblem {

        private static final String OTHERWISE = "leave it out, or write the object as a GenericKubernetesResource";

        @Override
        public String message() {
            return message(object.name(), path, didYouMean);
        }

        static String message(ObjectName object, String path, Optional<String> didYouMean) {
            return "the %s carries the field `%s`, which its kind does not have; %s"
                    .formatted(
                            object, path, didYouMean.map(UnknownField::question).orElse(OTHERWISE));
        }

        private static String question(String field) {
            return "did you mean `" + field + "`?";
        }
    }
}
