package dev.groundplan.kubernetes;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the file of an object is called. */
final class ManifestFile {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private ManifestFile() {}

    /** {@code external-secret-orders.yaml}: the words of the kind, then the name. */
    static String of(ObjectName object) {
        return "%s-%s.yaml".formatted(words(object.kind()), portable(object.name()));
    }

    /** {@code HTTPRoute} is {@code http-route}. */
    private static String words(String kind) {
        return portable(WORDS.matcher(kind).replaceAll("-").toLowerCase(Locale.ROOT));
    }

    /** Never the same for two names: the API server takes neither {@code %} nor {@code /} in a name. */
    private static String portable(String name) {
        return name.codePoints().mapToObj(ManifestFile::portable).collect(Collectors.joining());
    }

    private static String portable(int c) {
        if (c == ':') {
            return "_";
        }
        return PLAIN.indexOf(c) >= 0 ? Character.toString(c) : "%%%02X".formatted(c);
    }
}
