package dev.groundplan.terraform.bindings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for typed bindings of a Terraform provider in the package that carries it ({@code package-info.java}).
 *
 * <p>For each type named here the compiler makes a class in that package: {@code aws_vpc} becomes {@code AwsVpc}, the data
 * source {@code aws_partition} becomes {@code DataAwsPartition}, the ephemeral resource {@code random_password} becomes
 * {@code EphemeralRandomPassword}, and the provider's own block becomes {@code AwsProvider}.
 *
 * <p>A type that the schema does not know, a schema that is not found and one of another version are errors of the
 * compilation.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.PACKAGE)
public @interface ProviderBindings {

    /** The file with the provider's schema in the compact format, in the resources of the same package: {@code aws.schema}. */
    String schema();

    /**
     * The provider's version as the schema file has it: {@code 6.66.0}. It stands here so that a new schema file comes with
     * a change of a source file, which makes build tools compile again.
     */
    String version();

    /** The types of resource to make classes for: {@code aws_vpc}. */
    String[] resources() default {};

    /** The data sources to make classes for: {@code aws_partition}. */
    String[] dataSources() default {};

    /** The ephemeral resources to make classes for: {@code random_password}. */
    String[] ephemeralResources() default {};
}
