package dev.groundplan.terraform;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A provider that the root module needs: {@code aws = { source = "hashicorp/aws", version = "6.66.0" }}.
 *
 * @param localName the name by which the module calls it
 * @param source {@code namespace/type}, or {@code host/namespace/type} for another registry than Terraform's own
 * @param version the versions that will do; any if empty
 */
public record RequiredProvider(String localName, String source, Optional<VersionConstraint> version) {

    private static final Pattern SOURCE = Pattern.compile(
            "([a-z0-9.-]+\\.[a-z0-9-]+(:\\d+)?/)?[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9][A-Za-z0-9_-]*|terraform\\.io/builtin/terraform");

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if one breaks its grammar
     */
    public RequiredProvider {
        Identifier.require("provider", localName);
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException("`" + source
                    + "` is no provider's address: it is `namespace/type` with an optional host before it; write it like"
                    + " `hashicorp/aws`");
        }
    }

    /** Returns a requirement of certain versions. */
    public static RequiredProvider of(String localName, String source, String version) {
        return new RequiredProvider(localName, source, Optional.of(VersionConstraint.of(version)));
    }

    /** Returns a requirement of any version. */
    public static RequiredProvider of(String localName, String source) {
        return new RequiredProvider(localName, source, Optional.empty());
    }
}
