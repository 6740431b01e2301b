package dev.groundplan.files;

import java.util.Locale;

/**
 * Which characters a reader of a file can see and every parser takes as they are.
 *
 * <p>A table of our own: {@link Character#getType} knows another Unicode version in every JDK, and the same description
 * must give the same bytes on all of them.
 */
final class Characters {

    /** First and last of each range that is written as an escape, sorted. */
    private static final int[] INVISIBLE = {
        0x0000, 0x001F, // C0 controls
        0x007F, 0x00A0, // delete, C1 controls with U+0085 (a line break in YAML 1.1), no-break space
        0x00AD, 0x00AD, // soft hyphen
        0x061C, 0x061C, // Arabic letter mark
        0x115F, 0x1160, // Hangul fillers
        0x1680, 0x1680, // Ogham space
        0x180B, 0x180F, // Mongolian selectors and vowel separator
        0x2000, 0x200F, // spaces, zero-width characters, direction marks
        0x2028, 0x202F, // line and paragraph separators, direction overrides, narrow space
        0x205F, 0x206F, // mathematical space, word joiner, direction isolates
        0x3000, 0x3000, // ideographic space
        0x3164, 0x3164, // Hangul filler
        0xD800, 0xF8FF, // surrogates, private use
        0xFDD0, 0xFDEF, // noncharacters
        0xFEFF, 0xFEFF, // byte order mark
        0xFFA0, 0xFFA0, // Hangul filler
        0xFFF0, 0xFFFB, // specials
        0xFFFE, 0xFFFF, // noncharacters
        0x1D173, 0x1D17A, // musical controls
        0xE0000, 0x10FFFF, // tags, variation selectors, private use
    };

    private Characters() {}

    /** Whether the code point can stand in a file as it is, on one line. */
    static boolean visible(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint >= 0x20;
        }
        if ((codePoint & 0xFFFE) == 0xFFFE) {
            return false;
        }
        for (int i = 0; i < INVISIBLE.length; i += 2) {
            if (codePoint <= INVISIBLE[i + 1]) {
                return codePoint < INVISIBLE[i];
            }
        }
        return true;
    }

    /** The index of the first surrogate without its partner, or -1. */
    static int unpairedSurrogate(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }

    static String hex(int value, int digits) {
        var hex = Integer.toHexString(value).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
