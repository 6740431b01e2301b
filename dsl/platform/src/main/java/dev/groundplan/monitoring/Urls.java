package dev.groundplan.monitoring;

import java.util.regex.Pattern;

/** Addresses on the web. */
final class Urls {

    private static final Pattern HTTPS = Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]+)?(/[!-~]*)?");

    private Urls() {}

    /** Returns the address itself, and refuses one that is no {@code https://…}. */
    static String https(String url, String what, String example) {
        if (!HTTPS.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "`%s` is no address of a %s: begin it with `https://` and leave out spaces, as in %s."
                            .formatted(url, what, example));
        }
        return url;
    }
}
