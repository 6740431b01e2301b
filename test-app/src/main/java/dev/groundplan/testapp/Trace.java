package dev.groundplan.testapp;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to, as in W3C Trace Context: the caller's, else a new one.
 *
 * @param id 32 hexadecimal digits, not all zero
 */
record Trace(String id) {
    static final HeaderName HEADER = HeaderNames.create("Trace-Id");

    private static final HeaderName TRACEPARENT = HeaderNames.create("traceparent");
    private static final Pattern GRAMMAR =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    static Trace of(ServerRequestHeaders headers) {
        return headers.first(TRACEPARENT)
                .map(GRAMMAR::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(parent -> new Trace(parent.group(1)))
                .orElseGet(Trace::begun);
    }

    private static Trace begun() {
        var random = ThreadLocalRandom.current();
        return new Trace(String.format("%016x%016x", random.nextLong(), random.nextLong() | 1));
    }
}
