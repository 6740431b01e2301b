package dev.groundplan.inventory;

import dev.groundplan.describe.Site;
import dev.groundplan.expand.ExpandedPlatform;
import dev.groundplan.files.Header;
import dev.groundplan.terraform.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page {@code generated/<environment>/README.md}: what the platform consists of, as a reviewer wants to see it change.
 *
 * <p>All of it is read from the elements, whichever part or hand they come from: nothing is written down a second time.
 */
public final class Inventory {

    private Inventory() {}

    /** Returns the page in Markdown, with the header as a comment. */
    public static String page(ExpandedPlatform platform, Header header) {
        var sections = Stream.of(
                        Picture.of(platform),
                        Endpoints.of(platform),
                        Secrets.of(platform),
                        Identities.of(platform),
                        Nodes.of(platform),
                        Releases.of(platform),
                        Order.of(platform),
                        Roots.of(platform))
                .flatMap(Optional::stream)
                .map(Section::text)
                .collect(Collectors.joining("\n"));
        return "<!-- %s -->\n\n%s\n%s".formatted(header.text(), introduction(platform), sections);
    }

    private static String introduction(ExpandedPlatform platform) {
        Site site = platform.platform().site();
        return """
                # %s in %s

                AWS account `%s`, region `%s`: %s resources of Terraform, %s objects of Kubernetes.
                """.formatted(
                        site.platform(),
                        site.environment(),
                        site.account(),
                        site.region(),
                        platform.terraform().stream()
                                .filter(placed -> placed.element() instanceof Resource)
                                .count(),
                        platform.kubernetes().size());
    }

    /** A heading and what stands below it. */
    record Section(String title, String body) {

        /** Returns a section with a table, unless it has no rows. */
        static Optional<Section> table(String title, List<String> columns, List<List<String>> rows) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(new Section(title, Table.of(columns, rows)));
        }

        String text() {
            return "## " + title + "\n\n" + body;
        }
    }
}
