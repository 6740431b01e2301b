package dev.groundplan.check;

import static dev.groundplan.TestParts.objects;
import static dev.groundplan.TestParts.part;
import static dev.groundplan.TestParts.terraform;
import static dev.groundplan.dns.Certificate.certificate;
import static dev.groundplan.dns.HostedZone.hostedZone;
import static dev.groundplan.terraform.Expressions.text;
import static dev.groundplan.terraform.Expressions.texts;
import static dev.groundplan.values.Values.host;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundplan.describe.ClusterVariable;
import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.Part;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.dns.Certificate;
import dev.groundplan.dns.HostedZone;
import dev.groundplan.facts.DnsZone;
import dev.groundplan.terraform.Resource;
import dev.groundplan.terraform.aws.DataAwsAcmCertificate;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The names that Ingresses serve against zones, certificates and each other. */
class IngressNamesTest {

    private static final HostedZone ZONE = hostedZone("shop", host("shop.example.com"));
    private static final String LISTEN = "listen-ports";
    private static final String BOTH = "[{\"HTTP\":80},{\"HTTPS\":443}]";

    @Test
    void host_outside_every_zone_is_refused_at_the_option_that_names_it() {
        var other = terraform("other", Resource.of("aws_route53_zone", "x").with("name", "example.org"));
        var detail = new SourceDetail("host `shop.example.net`", SourceLine.outside());
        var ingress = part(
                "objects",
                "web",
                site -> Elements.none()
                        .with(Layer.APPS.itself(), ingress("web", "shop.example.net"))
                        .withDetail("shop.example.net", detail));

        assertThat(Found.by("X16", ZONE, other, ingress))
                .isEqualTo("""
                error[X16] The Ingress `test/web` serves `shop.example.net`, and no zone of the platform has this name: it has `example.org`, `shop.example.com`.
                    at: platform `shop` > objects `web` > host `shop.example.net`   (IngressNamesTest.java:%s)
                    in: staging
                  mend: take the name from a zone, as in zone.host("test"), or add its zone: hostedZone("shop", host("…"))
                   see: docs/checks/X16.md
                """.formatted(detail.line().line()));
    }

    @Test
    void host_within_any_zone_is_accepted() {
        var stated = part("zone", "old", site -> Elements.none().with(new DnsZone(host("example.org"), text("Z1"))));

        assertThat(Found.by("X16", ZONE, stated, objects("web", ingress("web", "a.shop.example.com", "example.org"))))
                .isEmpty();
        assertThat(Found.by("X16", ZONE, objects("web", ingress("web", "ashop.example.com"))))
                .contains("`ashop.example.com`");
    }

    @Test
    void platform_without_zones_keeps_its_names_elsewhere() {
        assertThat(Found.by("X16", objects("web", ingress("web", "a.example.net"))))
                .isEmpty();
    }

    @Test
    void host_of_two_ingresses_is_refused_unless_they_share_a_load_balancer() {
        var first = objects("first", ingress("first", "a.shop.example.com"));
        var second = objects("second", ingress("second", "b.shop.example.com", "a.shop.example.com"));

        assertThat(Found.by("K29", first, second))
                .isEqualTo("""
                error[K29] The Ingress `test/second` serves `a.shop.example.com`, which the Ingress `test/first` serves already, from platform `shop` > objects `first`   (IngressNamesTest.java:%s).
                    at: platform `shop` > objects `second`   (IngressNamesTest.java:%s)
                    in: staging
                  mend: give one of them another name, or let both share a load balancer with the annotation `alb.ingress.kubernetes.io/group.name`
                   see: docs/checks/K29.md
                """.formatted(first.line().line(), second.line().line()));
        assertThat(Found.by("K29", grouped("first", "web"), grouped("second", "web")))
                .isEmpty();
        assertThat(Found.by("K29", grouped("first", "web"), grouped("second", "api")))
                .isNotEmpty();
    }

    @Test
    void host_twice_in_one_ingress_is_one_host() {
        assertThat(Found.by("K29", objects("web", ingress("web", "a.example.com", "a.example.com"))))
                .isEmpty();
    }

    @Test
    void certificate_that_an_ingress_names_must_hold_for_its_hosts() {
        var certificate = certificate("shop", ZONE.domain(), ZONE.host("a"));
        var ingress = serving(certificate, "b.shop.example.com");

        assertThat(Found.by("T32", ZONE, certificate, ingress))
                .isEqualTo("""
                error[T32] The Ingress `test/web` serves `b.shop.example.com` by HTTPS, and its certificate holds for `a.shop.example.com`, `shop.example.com`.
                    at: platform `shop` > objects `web`   (IngressNamesTest.java:%s)
                    in: staging
                  mend: add the name to a certificate, as in certificate("shop", zone.host("test")), or take one for zone.wildcard()
                   see: docs/checks/T32.md
                """.formatted(ingress.line().line()));
        assertThat(Found.by("T32", ZONE, certificate, serving(certificate, "a.shop.example.com")))
                .isEmpty();
    }

    @Test
    void another_certificate_does_not_help_an_ingress_that_names_one() {
        var narrow = certificate("narrow", ZONE.host("a"));
        var wide = certificate("wide", ZONE.wildcard());

        assertThat(Found.by("T32", ZONE, narrow, wide, serving(narrow, "b.shop.example.com")))
                .contains("its certificate holds for `a.shop.example.com`.");
        assertThat(Found.by("T32", ZONE, narrow, wide, serving(wide, "b.shop.example.com")))
                .isEmpty();
    }

    @Test
    void ingress_that_names_no_certificate_gets_any_that_holds() {
        var ingress = objects("web", annotated("web", LISTEN, BOTH, "b.shop.example.com"));
        var deeper = objects("web", annotated("web", LISTEN, BOTH, "c.b.shop.example.com"));
        var byHand = terraform(
                "by-hand",
                Resource.of("aws_acm_certificate", "wide")
                        .with("domain_name", "shop.example.com")
                        .with("subject_alternative_names", texts(List.of("*.shop.example.com"))));

        assertThat(Found.by("T32", ZONE, byHand, ingress)).isEmpty();
        assertThat(Found.by("T32", ZONE, byHand, deeper)).isNotEmpty();
        assertThat(Found.by("T32", ingress)).contains("by HTTPS, and the platform has no certificate.");
    }

    @Test
    void ingress_without_https_and_certificates_of_others_are_left_alone() {
        var data = DataAwsAcmCertificate.of("old").withDomain("example.com");
        var variable = new ClusterVariable("old_arn", data.arn());
        var read = part(
                "objects",
                "read",
                site -> Elements.none()
                        .with(variable)
                        .with(
                                Layer.APPS.itself(),
                                annotated("read", "certificate-arn", variable.reference(), "b.shop.example.com")));
        var arn = "arn:aws:acm:eu-west-2:111122223333:certificate/1";

        assertThat(Found.by("T32", ZONE, objects("plain", ingress("plain", "b.shop.example.com"))))
                .isEmpty();
        assertThat(Found.by("T32", read)).isEmpty();
        assertThat(Found.by(
                        "T32", objects("by-arn", annotated("by-arn", "certificate-arn", arn, "b.shop.example.com"))))
                .isEmpty();
    }

    private static Part grouped(String name, String group) {
        return objects(name, annotated(name, "group.name", group, "a.shop.example.com"));
    }

    private static Part serving(Certificate certificate, String host) {
        var variable = certificate.arnVariable();
        return part(
                "objects",
                "web",
                site -> Elements.none()
                        .with(variable)
                        .with(Layer.APPS.itself(), annotated("web", "certificate-arn", variable.reference(), host)));
    }

    private static Ingress annotated(String name, String annotation, String value, String host) {
        var annotations = new LinkedHashMap<String, String>();
        annotations.put("alb.ingress.kubernetes.io/" + annotation, value);
        return new IngressBuilder(ingress(name, host))
                .editMetadata()
                .withAnnotations(annotations)
                .endMetadata()
                .build();
    }

    private static Ingress ingress(String name, String... hosts) {
        var ingress = new IngressBuilder()
                .withNewMetadata()
                .withNamespace("test")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        for (var host : hosts) {
            ingress = new IngressBuilder(ingress)
                    .editSpec()
                    .addNewRule()
                    .withHost(host)
                    .endRule()
                    .endSpec()
                    .build();
        }
        return ingress;
    }
}
