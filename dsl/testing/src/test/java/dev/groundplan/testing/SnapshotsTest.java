package dev.groundplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.files.FilePath;
import dev.groundplan.files.FileTree;
import dev.groundplan.files.Header;
import dev.groundplan.files.OwnedTree;
import dev.groundplan.files.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {

    private static final Header HEADER = new Header("faceit.Platform");
    private static final FilePath NETWORK = FilePath.of("staging/terraform/infra/network.tf.json");
    private static final FilePath APP = FilePath.of("staging/kubernetes/apps/deployment-test-app.yaml");

    private static final FileTree TREE = FileTree.empty()
            .with(NETWORK, """
                    {
                      "//": "generated",
                      "locals": {
                        "size": 1
                      },
                      "resource": {
                        "aws_vpc": {
                          "a": {
                            "cidr_block": "10.0.0.0/16"
                          },
                          "b": {}
                        }
                      }
                    }
                    """)
            .with(APP, """
                    kind: Deployment
                    metadata:
                      namespace: test
                      name: test-app
                    """)
            .with(FilePath.of("staging/kubernetes/apps/kustomization.yaml"), "resources: []\n");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path committed;

    @Test
    void every_object_has_a_test_of_its_name_and_all_pass_where_nothing_differs() {
        write(TREE);
        assertThat(outcomes(Snapshots.of(TREE, committed, HEADER)))
                .containsExactlyEntriesOf(passing(
                        "staging > Deployment test/test-app",
                        "staging > infra > aws_vpc.a",
                        "staging > infra > aws_vpc.b",
                        "staging > infra > local.size",
                        "staging > kubernetes/apps/kustomization.yaml",
                        "staging > terraform/infra/network.tf.json (around its elements)"));
    }

    @Test
    void a_changed_element_fails_its_own_test_with_its_own_difference() {
        write(TREE);
        var changed = replaced(NETWORK, "10.0.0.0/16", "10.1.0.0/16");
        assertThat(failures(Snapshots.of(changed, committed, HEADER)))
                .containsExactly(
                        Map.entry("staging > infra > aws_vpc.a", """
                        `staging > infra > aws_vpc.a` is rendered otherwise than `%s` has it:

                        --- committed
                        +++ rendered
                        @@ -1,3 +1,3 @@
                         {
                        -        "cidr_block": "10.0.0.0/16"
                        +        "cidr_block": "10.1.0.0/16"
                               }

                        If that is as it should be, type `mvn generate` (or run the tests with -Dgroundplan.snapshots=update) and commit the files.\
                        """.formatted(committed.resolve(NETWORK.toString()))));
    }

    @Test
    void what_is_around_the_elements_has_a_test_too() {
        write(TREE);
        var changed = replaced(NETWORK, "\"//\": \"generated\"", "\"//\":  \"generated\"");
        assertThat(failures(Snapshots.of(changed, committed, HEADER)))
                .containsOnlyKeys("staging > terraform/infra/network.tf.json (around its elements)");
    }

    @Test
    void an_object_that_is_not_committed_fails() {
        write(TREE);
        Stream.of("Deployment test/test-app")
                .forEach(name -> assertThat(failures(
                                Snapshots.of(TREE.with(FilePath.of("production/x.txt"), "hello\n"), committed, HEADER)))
                        .hasEntrySatisfying(
                                "production > x.txt",
                                message -> assertThat(message)
                                        .startsWith("`production > x.txt` is rendered, and `"
                                                + committed.resolve("production/x.txt") + "` does not have it:")
                                        .contains("+hello"))
                        .hasSize(1));
    }

    @Test
    void a_left_over_object_fails() {
        write(TREE.with(FilePath.of("staging/old.txt"), "bye\n"));
        assertThat(failures(Snapshots.of(TREE, committed, HEADER)))
                .hasEntrySatisfying(
                        "staging > old.txt",
                        message -> assertThat(message)
                                .startsWith(
                                        "`staging > old.txt` is committed in `" + committed.resolve("staging/old.txt")
                                                + "`, and nothing renders to it any more:")
                                .contains("-bye"))
                .hasSize(1);
    }

    @Test
    void nothing_at_all_fails() {
        assertThat(failures(Snapshots.of(FileTree.empty(), committed, HEADER))).containsOnlyKeys("anything at all");
    }

    @Test
    void an_update_writes_the_files_and_fails_where_they_differed() throws IOException {
        write(TREE);
        var changed = replaced(APP, "namespace: test", "namespace: live");
        assertThat(failures(Snapshots.of(changed, committed, HEADER).withUpdate()))
                .containsOnlyKeys("staging > Deployment live/test-app", "staging > Deployment test/test-app")
                .allSatisfy((name, message) -> assertThat(message)
                        .endsWith("It was written just now. Review the difference, and run the tests again without"
                                + " -Dgroundplan.snapshots=update."));
        assertThat(Files.readString(APP.under(committed))).contains("namespace: live");
        assertThat(failures(Snapshots.of(changed, committed, HEADER))).isEmpty();
    }

    private void write(FileTree tree) {
        assertThat(OwnedTree.at(committed, HEADER)
                        .write(tree, WriteOptions.careful())
                        .refusals())
                .isEmpty();
    }

    private static FileTree replaced(FilePath file, String old, String text) {
        var texts = new LinkedHashMap<>(TREE.texts());
        texts.computeIfPresent(file, (path, before) -> before.replace(old, text));
        return FileTree.of(texts);
    }

    private static SequencedMap<String, String> passing(String... names) {
        var outcomes = new LinkedHashMap<String, String>();
        Stream.of(names).forEach(name -> outcomes.put(name, ""));
        return outcomes;
    }

    private static SequencedMap<String, String> failures(Snapshots snapshots) {
        var failures = outcomes(snapshots);
        failures.values().removeIf(String::isEmpty);
        return failures;
    }

    private static SequencedMap<String, String> outcomes(Snapshots snapshots) {
        var outcomes = new LinkedHashMap<String, String>();
        snapshots.tests().forEach(test -> outcomes.put(test.getDisplayName(), message(test)));
        return outcomes;
    }

    private static String message(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return "";
        } catch (Throwable failure) {
            return String.valueOf(failure.getMessage());
        }
    }
}
