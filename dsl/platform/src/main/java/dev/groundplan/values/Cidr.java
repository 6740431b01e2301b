package dev.groundplan.values;

import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses: the first address and the length of the prefix, such as {@code 10.0.0.0/16}.
 *
 * <p>The address must be the first of the block: {@code 10.0.1.0/16} is refused, since AWS would change it silently.
 */
public record Cidr(String text) {

    private static final Pattern GRAMMAR =
            Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})/([0-9]{1,2})");

    /** Refuses anything but a whole IPv4 block with an {@link IllegalArgumentException}. */
    public Cidr {
        Refusal.matching(
                GRAMMAR, text, "CIDR block", "write an IPv4 address and a prefix length, as in cidr(\"10.0.0.0/16\").");
        refuseNumbersOutOfRange(text);
        refuseAddressInside(text);
    }

    static Cidr of(long first, int prefix) {
        return new Cidr(address(first) + "/" + prefix);
    }

    /** Returns the length of the prefix, 0 to 32. */
    public int prefix() {
        return Integer.parseInt(text.substring(text.indexOf('/') + 1));
    }

    /** Returns how many addresses the block has. */
    public long size() {
        return 1L << (32 - prefix());
    }

    /** Returns whether every address of {@code other} is one of this block's. */
    public boolean contains(Cidr other) {
        return first() <= other.first() && other.first() + other.size() <= first() + size();
    }

    /** Returns whether the two blocks have an address in common. */
    public boolean overlaps(Cidr other) {
        return contains(other) || other.contains(this);
    }

    /** Returns whether the addresses are private ones (RFC 1918) or shared ones (RFC 6598). */
    public boolean isPrivate() {
        return new Cidr("10.0.0.0/8").contains(this)
                || new Cidr("172.16.0.0/12").contains(this)
                || new Cidr("192.168.0.0/16").contains(this)
                || new Cidr("100.64.0.0/10").contains(this);
    }

    /**
     * Returns the block's part number {@code index} when it is cut into parts of the given prefix length.
     *
     * @throws IllegalArgumentException if the parts are larger than the block or there are not so many
     */
    public Cidr part(int index, int prefix) {
        if (prefix < prefix() || prefix > 32) {
            throw Refusal.of("`%s` can't be cut into blocks of /%d: choose /%d to /32.", text, prefix, prefix());
        }
        long parts = 1L << (prefix - prefix());
        if (index < 0 || index >= parts) {
            throw Refusal.of("`%s` has %d blocks of /%d and no number %d.", text, parts, prefix, index);
        }
        return of(first() + index * (1L << (32 - prefix)), prefix);
    }

    private long first() {
        return first(text);
    }

    private static long first(String text) {
        long address = 0;
        for (String number : text.substring(0, text.indexOf('/')).split("\\.", -1)) {
            address = address * 256 + Integer.parseInt(number);
        }
        return address;
    }

    private static String address(long number) {
        return (number >> 24 & 255) + "." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    private static void refuseNumbersOutOfRange(String text) {
        for (String number : text.substring(0, text.indexOf('/')).split("\\.", -1)) {
            if (Integer.parseInt(number) > 255) {
                throw Refusal.of(
                        "`%s` is no CIDR block: `%s` is over 255, the highest number of an address.", text, number);
            }
        }
        int prefix = Integer.parseInt(text.substring(text.indexOf('/') + 1));
        if (prefix > 32) {
            throw Refusal.of("`%s` is no CIDR block: the prefix length /%d is over 32.", text, prefix);
        }
    }

    private static void refuseAddressInside(String text) {
        int prefix = Integer.parseInt(text.substring(text.indexOf('/') + 1));
        long first = first(text);
        long start = first & ~((1L << (32 - prefix)) - 1);
        if (first != start) {
            throw Refusal.of(
                    "`%s` is no CIDR block: its first address is %s; did you mean cidr(\"%s/%d\")?",
                    text, address(start), address(start), prefix);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
