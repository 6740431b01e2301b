package dev.groundplan.eks;

import java.util.regex.Pattern;

/** The grammar of keys and values that Kubernetes selects by: labels and taints of nodes. */
final class Qualified {

    private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
    private static final String DOMAIN = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final Pattern KEY = Pattern.compile("(" + DOMAIN + "/)?" + WORD);
    private static final Pattern VALUE = Pattern.compile("(" + WORD + ")?");
    private static final int LONGEST_DOMAIN = 253;

    private Qualified() {}

    /** Refuses what is no key, saying what it is the key of. */
    static void refuseBadKey(String kind, String key) {
        if (!KEY.matcher(key).matches() || domain(key).length() > LONGEST_DOMAIN) {
            throw new IllegalArgumentException(
                    ("`%s` is no key of a %s: write at most 63 letters, digits and `-_.`, first and last a letter or digit,"
                                    + " and before it a domain and a `/` if you like, as in \"example.com/team\".")
                            .formatted(key, kind));
        }
    }

    /** Refuses what is no value, saying what it is the value of. */
    static void refuseBadValue(String kind, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    ("`%s` is no value of a %s: write at most 63 letters, digits and `-_.`, first and last a letter or digit,"
                                    + " as in \"batch\".")
                            .formatted(value, kind));
        }
    }

    /** The domain of a key, empty when it has none. */
    static String domain(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? "" : key.substring(0, slash);
    }
}
