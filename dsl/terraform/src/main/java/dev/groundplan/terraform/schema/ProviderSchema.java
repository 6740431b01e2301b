package dev.groundplan.terraform.schema;

import java.util.SortedMap;

/**
 * All that one version of a provider accepts.
 *
 * @param source the provider's address without host, such as {@code hashicorp/aws}
 * @param version the version described, such as {@code 6.66.0}
 * @param configuration the block {@code provider "…" { … }}
 * @param resources by type, such as {@code aws_vpc}
 * @param dataSources by type
 * @param ephemeralResources by type
 */
public record ProviderSchema(
        String source,
        String version,
        BlockSchema configuration,
        SortedMap<String, BlockSchema> resources,
        SortedMap<String, BlockSchema> dataSources,
        SortedMap<String, BlockSchema> ephemeralResources) {}
