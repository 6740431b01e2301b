/** What a Terraform provider accepts: its resource types, data sources and ephemeral resources, attribute by attribute. */
@NullMarked
package dev.groundplan.terraform.schema;

import org.jspecify.annotations.NullMarked;
