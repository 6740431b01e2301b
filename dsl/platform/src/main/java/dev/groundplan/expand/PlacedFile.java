package dev.groundplan.expand;

import dev.groundplan.describe.FileText;
import dev.groundplan.files.FilePath;

/** A file of another kind, its path below {@code generated/<environment>}, and where in the description it comes from. */
public record PlacedFile(FilePath path, FileText text, PartPlace from) {}
