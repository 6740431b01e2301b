package dev.groundplan.terraform.bindings;

import dev.groundplan.terraform.schema.ProviderSchema;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Names of Terraform as names of Java. */
final class JavaNames {

    private static final Pattern SEPARATOR = Pattern.compile("[_-]+");

    /** Names that a class of ours, or every class, has already for something else. */
    private static final List<String> TAKEN_METHODS = List.of(
            "address",
            "attribute",
            "element",
            "metaArguments",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private static final List<String> TAKEN_CLASSES =
            List.of("Boolean", "Long", "Number", "Object", "Override", "String");

    private JavaNames() {}

    /** {@code hashicorp/aws} is called {@code aws} in descriptions. */
    static String localName(ProviderSchema schema) {
        return schema.source().substring(schema.source().lastIndexOf('/') + 1);
    }

    /** {@code aws_eks_cluster} becomes {@code AwsEksCluster}. */
    static String upper(String name) {
        return SEPARATOR
                .splitAsStream(name)
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** {@code vpc_id} becomes {@code vpcId}. */
    static String lower(String name) {
        String upper = upper(name);
        return Character.toLowerCase(upper.charAt(0)) + upper.substring(1);
    }

    /** The name of the method that reads an attribute; {@code _} is added to what is taken. */
    static String reader(String attribute) {
        String name = lower(attribute);
        return SourceVersion.isKeyword(name) || TAKEN_METHODS.contains(name) ? name + "_" : name;
    }

    static String parameter(String attribute) {
        String name = lower(attribute);
        return SourceVersion.isKeyword(name) ? name + "_" : name;
    }

    /** The class of a nested block; {@code Block} is added to what is taken or what it stands in. */
    static String blockClass(String block, Collection<String> enclosing) {
        String name = upper(block);
        while (TAKEN_CLASSES.contains(name) || enclosing.contains(name)) {
            name += "Block";
        }
        return name;
    }
}
