package dev.groundplan.expand;

import dev.groundplan.describe.Root;
import dev.groundplan.terraform.Element;

/** A Terraform element, its root module and file, and where in the description it comes from. */
public record PlacedTerraform(Root root, String file, Element element, PartPlace from) {}
