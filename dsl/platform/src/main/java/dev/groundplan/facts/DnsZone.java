package dev.groundplan.facts;

import dev.groundplan.describe.Fact;
import dev.groundplan.terraform.Expression;
import dev.groundplan.values.HostName;

/**
 * The platform may write records of this domain and of all names below it. A part of your own says this of a zone that is
 * there already, with the id that a data source reads.
 *
 * @param domain the zone's
 * @param id what {@code aws_route53_record.zone_id} takes, known once Terraform has applied
 */
public record DnsZone(HostName domain, Expression<String> id) implements Fact {}
