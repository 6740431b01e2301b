package dev.groundplan.eks;

import static dev.groundplan.eks.NodeGroup.nodeGroup;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.gibibytes;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class NodeGroupRefusalTest {

    private static final NodeGroup NODES = nodeGroup("general", "m7g.large", between(3, 10));

    @Test
    void a_name_that_leaves_no_room_for_its_ending_is_refused() {
        var name = "a".repeat(37);

        assertRefused(
                () -> nodeGroup(name, "m7g.large", between(1, 2)),
                "`" + name
                        + "` is 37 characters long, and the name of a node group has at most 36: with the unique ending"
                        + " that Terraform adds, EKS allows 63.");
    }

    @Test
    void what_is_no_instance_type_is_refused() {
        for (var type : new String[] {"m7g", "m7g.huge", "M7g.large", "m7g.large ", ".large", "m7g.0xlarge"}) {
            assertRefused(
                    () -> nodeGroup("general", type, between(1, 2)),
                    "`" + type
                            + "` is no instance type: write family and size in lower case with a point between, as in"
                            + " \"m7g.large\".");
        }
    }

    @Test
    void a_machine_that_runs_no_linux_is_refused() {
        assertRefused(
                () -> nodeGroup("general", "mac2.metal", between(1, 2)),
                "`mac2.metal` runs macOS alone and can't be a node: choose a type for Linux, as in \"m7g.large\".");
    }

    @Test
    void instance_types_of_two_architectures_are_refused() {
        assertRefused(
                () -> NODES.withMoreInstanceTypes("m6g.large", "m7i.large"),
                "`m7i.large` needs the image AL2023_x86_64_STANDARD and `m7g.large` the image AL2023_ARM_64_STANDARD, and the"
                        + " node group `general` starts all its nodes with one: make a second node group for `m7i.large`.");
    }

    @Test
    void an_instance_type_twice_is_refused() {
        assertRefused(
                () -> NODES.withMoreInstanceTypes("m6g.large", "m7g.large"),
                "The node group `general` has the instance type `m7g.large` twice: name each type once.");
    }

    @Test
    void a_disk_too_small_for_the_image_is_refused() {
        assertRefused(
                () -> NODES.withDisk(gibibytes(19)),
                "19 GiB is no disk for a node: it has from 20 to 16384 GiB and does not grow, as in .withDisk(gibibytes(100)).");
    }

    @Test
    void a_disk_larger_than_aws_has_is_refused() {
        assertRefused(
                () -> NODES.withDisk(gibibytes(16_385)),
                "16385 GiB is no disk for a node: it has from 20 to 16384 GiB and does not grow, as in"
                        + " .withDisk(gibibytes(100)).");
    }

    @Test
    void a_disk_that_grows_is_refused() {
        assertRefused(
                () -> NODES.withDisk(gibibytes(50).growingTo(gibibytes(100))),
                "50 GiB growing to 100 GiB is no disk for a node: it has from 20 to 16384 GiB and does not grow, as in"
                        + " .withDisk(gibibytes(100)).");
    }

    @Test
    void what_is_no_key_of_a_label_is_refused() {
        for (var key : new String[] {"", "-team", "team/", "Example.com/team", "a".repeat(64), "a/b/c"}) {
            assertRefused(
                    () -> NODES.withLabel(key, "data"),
                    "`" + key
                            + "` is no key of a label: write at most 63 letters, digits and `-_.`, first and last a letter"
                            + " or digit, and before it a domain and a `/` if you like, as in \"example.com/team\".");
        }
    }

    @Test
    void what_is_no_value_of_a_label_is_refused() {
        assertRefused(
                () -> NODES.withLabel("team", "data and more"),
                "`data and more` is no value of a label: write at most 63 letters, digits and `-_.`, first and last a letter"
                        + " or digit, as in \"batch\".");
    }

    @Test
    void a_label_that_nodes_may_not_give_themselves_is_refused() {
        assertRefused(
                () -> NODES.withLabel("node-role.kubernetes.io/worker", "true"),
                "`node-role.kubernetes.io/worker` is a label that nodes may not give themselves: `node-role.kubernetes.io` is"
                        + " kept for Kubernetes and EKS. Choose a domain of your own or none, as in"
                        + " .withLabel(\"example.com/team\", \"orders\").");
    }

    @Test
    void a_label_twice_is_refused() {
        assertRefused(
                () -> NODES.withLabel("team", "data").withLabel("team", "orders"),
                "The node group `general` has the label `team` already, with the value `data`: give each label once.");
    }

    @Test
    void what_is_no_key_of_a_taint_is_refused() {
        assertRefused(
                () -> NODES.withTaint("team!", TaintEffect.NO_SCHEDULE),
                "`team!` is no key of a taint: write at most 63 letters, digits and `-_.`, first and last a letter or digit,"
                        + " and before it a domain and a `/` if you like, as in \"example.com/team\".");
    }

    @Test
    void what_is_no_value_of_a_taint_is_refused() {
        assertRefused(
                () -> NODES.withTaint("team", "-", TaintEffect.NO_SCHEDULE),
                "`-` is no value of a taint: write at most 63 letters, digits and `-_.`, first and last a letter or digit, as"
                        + " in \"batch\".");
    }

    @Test
    void a_taint_twice_is_refused() {
        assertRefused(
                () -> NODES.withTaint("team", "data", TaintEffect.NO_SCHEDULE)
                        .withTaint("team", "orders", TaintEffect.NO_SCHEDULE),
                "The node group `general` has a taint `team` with the effect NO_SCHEDULE already: a node has each key and"
                        + " effect once.");
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
