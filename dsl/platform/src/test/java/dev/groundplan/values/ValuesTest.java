package dev.groundplan.values;

import static dev.groundplan.values.Values.account;
import static dev.groundplan.values.Values.between;
import static dev.groundplan.values.Values.cidr;
import static dev.groundplan.values.Values.days;
import static dev.groundplan.values.Values.gibibytes;
import static dev.groundplan.values.Values.image;
import static dev.groundplan.values.Values.mebibytes;
import static dev.groundplan.values.Values.millicores;
import static dev.groundplan.values.Values.percent;
import static dev.groundplan.values.Values.port;
import static dev.groundplan.values.Values.region;
import static dev.groundplan.values.Values.version;
import static dev.groundplan.values.Values.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void refuses(ThrowingCallable value, String message) {
        assertThatThrownBy(value).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                refused(
                        () -> account("12345678901"),
                        "`12345678901` is no AWS account id: it has exactly 12 digits, as in account(\"111122223333\")."),
                refused(
                        () -> account("1234-5678-9012"),
                        "`1234-5678-9012` is no AWS account id: it has exactly 12 digits, as in account(\"111122223333\")."),
                refused(
                        () -> region("London"),
                        "`London` is no AWS region: write its code, as in region(\"eu-west-2\")."),
                refused(
                        () -> region("us-iso-east-1"),
                        "`us-iso-east-1` is in a partition of AWS that Groundplan does not know, with ARNs and domains of its own:"
                                + " choose a region of aws, aws-cn or aws-us-gov, as in region(\"eu-west-2\")."),
                refused(
                        () -> zones("eu-west-2a", "eu-west-1b"),
                        "The zones `eu-west-2a` and `eu-west-1b` lie in two regions: name zones of one region."),
                refused(
                        () -> zones("eu-west-2a", "eu-west-2a"),
                        "The zone `eu-west-2a` is named twice: name each zone once."),
                refused(
                        () -> zones("eu-west-2a"),
                        "1 is no number of zones: it must lie between 2 and 6, as in zones(\"eu-west-2a\", \"eu-west-2b\")."),
                refused(
                        () -> zones("eu-west-2", "eu-west-2b"),
                        "`eu-west-2` is no availability zone: write the region's code and one letter, as in zones(\"eu-west-2a\")."),
                refused(
                        () -> cidr("10.0.0.0"),
                        "`10.0.0.0` is no CIDR block: write an IPv4 address and a prefix length, as in cidr(\"10.0.0.0/16\")."),
                refused(
                        () -> cidr("10.0.256.0/24"),
                        "`10.0.256.0/24` is no CIDR block: `256` is over 255, the highest number of an address."),
                refused(() -> cidr("10.0.0.0/33"), "`10.0.0.0/33` is no CIDR block: the prefix length /33 is over 32."),
                refused(
                        () -> cidr("10.0.1.0/16"),
                        "`10.0.1.0/16` is no CIDR block: its first address is 10.0.0.0; did you mean cidr(\"10.0.0.0/16\")?"),
                refused(() -> port(0), "0 is no port: it must lie between 1 and 65535, as in port(8080)."),
                refused(() -> port(70_000), "70000 is no port: it must lie between 1 and 65535, as in port(8080)."),
                refused(
                        () -> image("test-app:1.0"),
                        "`test-app:1.0` is no image reference: write registry, repository in lower case, and a tag or a digest, as in image(\"ghcr.io/acme/test-app:1.4.2\")."),
                refused(
                        () -> image("ghcr.io/Acme/test-app:1.0"),
                        "`ghcr.io/Acme/test-app:1.0` is no image reference: write registry, repository in lower case, and a tag or a digest, as in image(\"ghcr.io/acme/test-app:1.4.2\")."),
                refused(
                        () -> image("ghcr.io/acme/test-app:latest"),
                        "`ghcr.io/acme/test-app:latest` names no version: what runs would change without a change here. Write a tag other than `latest`, or a digest, as in image(\"ghcr.io/acme/test-app:1.4.2\")."),
                refused(
                        () -> image("ghcr.io/acme/test-app"),
                        "`ghcr.io/acme/test-app` names no version: what runs would change without a change here. Write a tag other than `latest`, or a digest, as in image(\"ghcr.io/acme/test-app:1.4.2\")."),
                refused(
                        () -> between(10, 3),
                        "between(10, 3) has its ends the wrong way round: did you mean between(3, 10)?"),
                refused(() -> days(-1), "-1 is no number of days: it must lie between 0 and 3653, as in days(7)."),
                refused(() -> percent(0), "0 is no percentage: it must lie between 1 and 100, as in percent(70)."),
                refused(
                        () -> gibibytes(0),
                        "0 is no number of gibibytes: it must lie between 1 and 65536, as in gibibytes(50)."),
                refused(
                        () -> gibibytes(200).growingTo(gibibytes(50)),
                        "Storage of 200 GiB can't grow to 50 GiB: write the smaller first, gibibytes(50).growingTo(gibibytes(200))."),
                refused(
                        () -> millicores(0),
                        "0 is no number of millicores: it must lie between 1 and 256000, as in millicores(250) for a quarter of a core."),
                refused(
                        () -> mebibytes(3),
                        "3 is no number of mebibytes: it must lie between 4 and 25165824, as in mebibytes(256)."),
                refused(
                        () -> version("v17"),
                        "`v17` is no version: write one to three numbers with points between, as in version(\"17.5\")."),
                refused(
                        () -> new Name("Orders_1"),
                        "`Orders_1` is no name: write lower-case letters, digits and single hyphens, first a letter, as in \"test-app\"."),
                refused(
                        () -> new Name("a".repeat(41)),
                        "`" + "a".repeat(41) + "` is 41 characters long, and a name has at most 40."),
                refused(
                        () -> new ParameterName("faceit/orders"),
                        "`faceit/orders` is no parameter name: write 1 to 15 levels of letters, digits and `_.-`, each after a `/`, as in \"/faceit/orders\"."),
                refused(
                        () -> new ParameterName("/aws/orders"),
                        "`/aws/orders` is no parameter name: AWS keeps names that begin with `aws` or `ssm` for itself."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ghcr.io/acme/test-app:1.4.2",
                "111122223333.dkr.ecr.eu-west-2.amazonaws.com/a/b-c__d:v1",
                "localhost:5000/x:1",
                "registry.k8s.io/pause:3.10@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void takes_images(String text) {
        assertThat(image(text)).hasToString(text);
    }

    @Test
    void image_has_name_tag_and_digest() {
        var digest = "sha256:" + "ab".repeat(32);

        var image = image("ghcr.io/acme/test-app:1.4.2@" + digest);

        assertThat(image.name()).isEqualTo("ghcr.io/acme/test-app");
        assertThat(image.tag()).contains("1.4.2");
        assertThat(image.digest()).contains(digest);
    }

    @Test
    void cidr_is_cut_into_parts_without_gap_or_overlap() {
        var block = cidr("10.0.0.0/16");

        assertThat(block.part(0, 19)).hasToString("10.0.0.0/19");
        assertThat(block.part(2, 19)).hasToString("10.0.64.0/19");
        assertThat(block.part(63, 22)).hasToString("10.0.252.0/22");
        assertThatThrownBy(() -> block.part(8, 19)).hasMessage("`10.0.0.0/16` has 8 blocks of /19 and no number 8.");
        assertThatThrownBy(() -> block.part(0, 15))
                .hasMessage("`10.0.0.0/16` can't be cut into blocks of /15: choose /16 to /32.");
    }

    @Test
    void cidr_knows_what_it_contains() {
        assertThat(cidr("10.0.0.0/8").contains(cidr("10.255.0.0/16"))).isTrue();
        assertThat(cidr("10.0.0.0/16").contains(cidr("10.1.0.0/16"))).isFalse();
        assertThat(cidr("10.0.0.0/16").overlaps(cidr("10.0.0.0/8"))).isTrue();
        assertThat(cidr("0.0.0.0/0").size()).isEqualTo(1L << 32);
        assertThat(cidr("100.64.0.0/16").isPrivate()).isTrue();
        assertThat(cidr("8.8.8.0/24").isPrivate()).isFalse();
    }

    @Test
    void quantities_print_as_kubernetes_has_them() {
        assertThat(millicores(250).quantity()).isEqualTo("250m");
        assertThat(millicores(2000).quantity()).isEqualTo("2");
        assertThat(mebibytes(256).quantity()).isEqualTo("256Mi");
        assertThat(mebibytes(2048).quantity()).isEqualTo("2Gi");
    }

    @Test
    void regions_know_their_partition() {
        assertThat(region("eu-west-2").partition()).isEqualTo("aws");
        assertThat(region("cn-north-1").partition()).isEqualTo("aws-cn");
        assertThat(region("us-gov-west-1").partition()).isEqualTo("aws-us-gov");
        assertThat(region("eu-west-2").domain()).isEqualTo("amazonaws.com");
        assertThat(region("cn-north-1").domain()).isEqualTo("amazonaws.com.cn");
        assertThat(region("us-gov-west-1").domain()).isEqualTo("amazonaws.com");
    }

    private static Arguments refused(ThrowingCallable value, String message) {
        return arguments(value, message);
    }
}
