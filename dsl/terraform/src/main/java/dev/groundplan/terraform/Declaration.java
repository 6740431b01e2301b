package dev.groundplan.terraform;

/** Anything that declares one element: the element itself, or a typed binding around it. */
public interface Declaration {

    /** Returns the element declared. */
    Element element();
}
