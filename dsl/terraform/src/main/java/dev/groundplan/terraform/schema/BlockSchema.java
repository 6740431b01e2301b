package dev.groundplan.terraform.schema;

import java.util.SortedMap;

/** The attributes and nested blocks that a block takes, by name. */
public record BlockSchema(SortedMap<String, AttributeSchema> attributes, SortedMap<String, NestedBlockSchema> blocks) {}
