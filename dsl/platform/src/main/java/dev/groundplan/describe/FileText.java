package dev.groundplan.describe;

import dev.groundplan.files.Header;

/** The text of a file that is neither Terraform nor a Kubernetes object, such as a template or a page to read. */
@FunctionalInterface
public interface FileText {

    /**
     * Returns the whole text.
     *
     * @param header what the file says in its first line; a kind of file that has no comments leaves it out
     */
    String under(Header header);
}
