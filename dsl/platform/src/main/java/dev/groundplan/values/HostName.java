package dev.groundplan.values;

import java.util.regex.Pattern;

/**
 * A name in DNS, such as {@code shop.example.com}, or all names one label below another, {@code *.example.com}.
 *
 * <p>Two or more labels of lower-case letters, digits and hyphens with points between, no hyphen first or last in a label, at
 * most 63 characters each and 253 in all, the last one not of digits alone. Only the first label may be {@code *}. The point
 * that DNS itself writes at the end is left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1123#section-2">RFC 1123: names of hosts</a>
 */
public record HostName(String text) {

    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern GRAMMAR = Pattern.compile("(\\*\\.)?(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);
    private static final int LONGEST = 253;

    /** Refuses what the grammar above does not have with an {@link IllegalArgumentException}. */
    public HostName {
        Refusal.matching(
                GRAMMAR,
                text,
                "host name",
                "write labels of lower-case letters, digits and hyphens with points between, as in"
                        + " host(\"shop.example.com\"); only the first may be `*`.");
        if (text.length() > LONGEST) {
            throw Refusal.of(
                    "`%s` is %d characters long, and a host name has at most %d.", text, text.length(), LONGEST);
        }
    }

    /** Returns whether it stands for all names one label below another. */
    public boolean isWildcard() {
        return text.startsWith("*.");
    }

    /** Returns this name without the {@code *}, and a name without one as it is. */
    public HostName withoutWildcard() {
        return isWildcard() ? new HostName(text.substring(2)) : this;
    }

    /**
     * Returns whether a certificate for this name holds for {@code host}: it is the same, or this is a wildcard and
     * {@code host} is one label below it. {@code *.example.com} holds for {@code a.example.com}, and neither for
     * {@code example.com} nor for {@code a.b.example.com}.
     */
    public boolean covers(HostName host) {
        return equals(host)
                || (isWildcard() && !host.isWildcard() && host.parent().equals(parent()));
    }

    /** Returns whether this name is {@code domain} or below it. */
    public boolean isWithin(HostName domain) {
        return equals(domain) || text.endsWith("." + domain.text);
    }

    /**
     * Returns the name below this one.
     *
     * @param labels one label or several with points between, such as {@code shop} or {@code api.shop}; {@code *} as the first
     * @throws IllegalArgumentException if the two together are no host name
     */
    public HostName child(String labels) {
        return new HostName(labels + "." + text);
    }

    /** What is left without the first label. */
    private String parent() {
        return text.substring(text.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
