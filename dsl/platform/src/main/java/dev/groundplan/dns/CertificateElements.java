package dev.groundplan.dns;

import static dev.groundplan.terraform.Expressions.attribute;
import static dev.groundplan.terraform.Expressions.call;
import static dev.groundplan.terraform.Expressions.forList;
import static dev.groundplan.terraform.Expressions.list;
import static dev.groundplan.terraform.Expressions.map;
import static dev.groundplan.terraform.Expressions.reference;

import dev.groundplan.describe.PartId;
import dev.groundplan.describe.Site;
import dev.groundplan.terraform.Declaration;
import dev.groundplan.terraform.Expression;
import dev.groundplan.terraform.Lifecycle;
import dev.groundplan.terraform.Loop;
import dev.groundplan.terraform.LoopVariable;
import dev.groundplan.terraform.Operators;
import dev.groundplan.terraform.Scope;
import dev.groundplan.terraform.aws.AwsAcmCertificate;
import dev.groundplan.terraform.aws.AwsAcmCertificateValidation;
import dev.groundplan.terraform.aws.AwsRoute53Record;
import dev.groundplan.values.HostName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What a certificate consists of. */
record CertificateElements(PartId id, List<HostName> hosts) {

    private static final int SECONDS = 60;

    String address() {
        return "certificate_" + id.name().identifier();
    }

    AwsAcmCertificate certificate(Site site) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        tags.put("Name", site.unique(id.name()));
        var certificate = AwsAcmCertificate.of(address())
                .withDomainName(hosts.getFirst().text())
                .withValidationMethod("DNS")
                .withTags(tags)
                .withLifecycle(Lifecycle.defaults().withCreateBeforeDestroy());
        var more = hosts.stream().skip(1).map(HostName::text).toList();
        return more.isEmpty() ? certificate : certificate.withSubjectAlternativeNames(more);
    }

    AwsAcmCertificateValidation validation() {
        return AwsAcmCertificateValidation.of(
                address(), AwsAcmCertificate.of(address()).arn());
    }

    /** The records, one for each of these names in the zone of this id, and what waits until they were seen. */
    List<Declaration> proof(SequencedMap<String, Expression<String>> zoneIds) {
        var records = records(zoneIds);
        var proof = LoopVariable.named("proof");
        Expression<List<String>> names = forList(proof, reference(records.address()), attribute(proof, "fqdn"));
        return List.of(records, validation().withValidationRecordFqdns(names));
    }

    /** Which records there are is known before the certificate is: what they say is looked up by their name. */
    private AwsRoute53Record records(SequencedMap<String, Expression<String>> zoneIds) {
        return AwsRoute53Record.of(
                        address(), wanted("resource_record_name"), wanted("resource_record_type"), Scope.eachValue())
                .withForEach(map(zoneIds))
                .withRecords(list(wanted("resource_record_value")))
                .withTtl(SECONDS)
                .withAllowOverwrite(true);
    }

    private Expression<String> wanted(String attribute) {
        var option = LoopVariable.named("option");
        var options = Loop.over(option, AwsAcmCertificate.of(address()).domainValidationOptions())
                .where(Operators.equal(attribute(option, "domain_name"), Scope.eachKey()))
                .list(attribute(option, attribute));
        return call("one", options);
    }
}
