package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * Images that not everybody may pull: a pod that runs one of them without logging in waits for ever.
 *
 * @param images the name of an image, or how the names of several begin: {@code ghcr.io/acme} is for
 *     {@code ghcr.io/acme/checkout}, too
 * @param why why that is known, as the end of a sentence
 * @param mend what to write where a pod does not log in
 */
public record PrivateImages(String images, String why, String mend) implements Fact {

    /** Returns whether an image of this name, without tag and digest, is one of them. */
    public boolean have(String image) {
        return image.equals(images) || image.startsWith(images + "/");
    }
}
