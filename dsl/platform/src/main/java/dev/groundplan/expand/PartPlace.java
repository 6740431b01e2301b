package dev.groundplan.expand;

import dev.groundplan.describe.Elements.SourceDetail;
import java.util.SequencedMap;

/**
 * Where an element comes from: its part's place, and the options that single texts in it come from.
 *
 * @param place the part's
 * @param details the part's options, by the text that they put into its elements
 */
public record PartPlace(Place place, SequencedMap<String, SourceDetail> details) {

    /** Returns the place of the option that put {@code text} into the elements, or the part's own. */
    public Place of(String text) {
        var detail = details.get(text);
        return detail == null ? place : place.down(detail);
    }
}
