package dev.groundplan.dns;

import static dev.groundplan.ExpectedText.assertText;
import static dev.groundplan.Rendered.PRODUCTION;
import static dev.groundplan.Rendered.STAGING;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.values.Values.host;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.groundplan.Rendered;
import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.Root;
import dev.groundplan.facts.DnsZone;
import dev.groundplan.terraform.aws.DataAwsRoute53Zone;
import dev.groundplan.values.HostName;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DnsTest {

    private static final HostedZone ZONE = hostedZone("faceit", host("faceit.example.com"));

    @Test
    void zone_says_which_servers_the_zone_above_must_name() {
        assertThat(Rendered.on(PRODUCTION, ZONE).text()).isEqualTo("""
                {
                  "resource": {
                    "aws_route53_zone": {
                      "hosted_zone_faceit": {
                        "name": "faceit.example.com",
                        "comment": "The faceit-production zone faceit"
                      }
                    }
                  },
                  "output": {
                    "hosted_zone_faceit_name_servers": {
                      "description": "Set these as the NS records of faceit.example.com in the zone above it, by hand, once.",
                      "value": "${aws_route53_zone.hosted_zone_faceit.name_servers}"
                    }
                  }
                }
                """);
    }

    @Test
    void zone_goes_with_its_records_outside_of_production() {
        assertThat(Rendered.on(STAGING, ZONE).text()).contains("\"force_destroy\": true");
    }

    @Test
    void names_of_a_zone_are_got_from_it() {
        assertThat(ZONE.host("test")).isEqualTo(host("test.faceit.example.com"));
        assertThat(ZONE.host("api.test")).isEqualTo(host("api.test.faceit.example.com"));
        assertThat(ZONE.wildcard()).isEqualTo(host("*.faceit.example.com"));
        assertThat(ZONE.domain()).isEqualTo(host("faceit.example.com"));
        assertThat(ZONE.zoneId()).hasToString("aws_route53_zone.hosted_zone_faceit.zone_id");
        assertThat(ZONE.arn()).hasToString("aws_route53_zone.hosted_zone_faceit.arn");
    }

    @Test
    void zone_of_a_wildcard_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hostedZone("faceit", host("*.example.com")))
                .withMessage("`*.example.com` is no domain of a zone: leave the `*` out, as in"
                        + " hostedZone(\"faceit\", host(\"example.com\")).");
    }

    @Test
    void certificate_is_proved_by_one_record_for_a_name_and_its_wildcard_in_the_closest_zone() {
        var inner = hostedZone("inner", host("inner.faceit.example.com"));
        var certificate = certificate("faceit", ZONE.domain(), ZONE.wildcard(), ZONE.host("api.test"), inner.host("a"));

        assertText(text(certificate, ZONE, inner), "certificate.tf.json");
    }

    @Test
    void certificate_of_one_name_has_no_other_names() {
        assertThat(text(certificate("faceit", ZONE.host("test")), ZONE)).doesNotContain("subject_alternative_names");
    }

    @Test
    void zone_that_is_there_already_is_stated_as_a_fact() {
        var data = DataAwsRoute53Zone.of("old").withName("example.com");
        var old = part(
                "old-zone",
                "old",
                site -> Elements.none().with(Root.INFRA, data).with(new DnsZone(host("example.com"), data.zoneId())));

        assertThat(text(certificate("shop", host("shop.example.com")), old))
                .contains("\"shop.example.com\": \"${data.aws_route53_zone.old.zone_id}\"");
    }

    @Test
    void arn_of_a_certificate_is_there_once_it_is_issued() {
        var certificate = certificate("faceit", ZONE.host("test"));

        assertThat(certificate.arn()).hasToString("aws_acm_certificate_validation.certificate_faceit.certificate_arn");
        assertThat(certificate.arnVariable())
                .isEqualTo(new ClusterVariable("certificate_faceit_arn", certificate.arn()));
    }

    @Test
    void certificate_covers_its_names_and_what_its_wildcards_hold_for() {
        var certificate = certificate("faceit", ZONE.domain(), ZONE.host("*.test"));

        assertThat(certificate.covers(ZONE.domain())).isTrue();
        assertThat(certificate.covers(ZONE.host("api.test"))).isTrue();
        assertThat(certificate.covers(ZONE.host("test"))).isFalse();
    }

    @Test
    void certificate_for_a_name_of_no_zone_is_refused() {
        var certificate = certificate("faceit", ZONE.host("test"), host("shop.example.org"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> text(certificate, ZONE))
                .withMessage(
                        "The certificate `faceit` is for `shop.example.org`, and no zone of the platform has this name,"
                                + " so nobody could prove whose it is: take names from a zone, as in zone.host(\"test\"), and add the"
                                + " zone to the platform.");
    }

    @Test
    void first_name_of_a_certificate_has_at_most_64_characters() {
        var longest = host("a".repeat(52) + ".example.com");

        assertThat(certificate("faceit", longest, host("a" + longest)).hosts()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certificate("faceit", host("a" + longest)))
                .withMessage(
                        "`a%s` is 65 characters long, and the first name of a certificate has at most 64: name a"
                                + " shorter one first, as in certificate(\"shop\", zone.domain(), …).",
                        longest);
    }

    @Test
    void name_twice_and_too_many_names_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certificate("faceit", ZONE.domain(), ZONE.domain()))
                .withMessage("The certificate `faceit` is for `faceit.example.com` twice: leave one out.");
        var hundred = IntStream.range(0, 100).mapToObj(i -> ZONE.host("a" + i)).toArray(HostName[]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> certificate("faceit", ZONE.domain(), hundred))
                .withMessage("The certificate `faceit` is for 101 names, and AWS issues none for more than 100: take a"
                        + " wildcard, as in zone.wildcard(), or make two.");
    }

    /** The Terraform of a certificate in sight of these parts. */
    private static String text(Certificate certificate, Part... others) {
        var all = Stream.of(others)
                .map(other -> other.expand(STAGING))
                .reduce(certificate.expand(STAGING), Elements::and);
        var whole = certificate.expand(STAGING).and(certificate.complete(STAGING, all));
        return Rendered.on(STAGING, part("certificate", "whole", site -> whole)).text();
    }
}
