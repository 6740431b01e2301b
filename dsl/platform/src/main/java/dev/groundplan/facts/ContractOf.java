package dev.groundplan.facts;

import dev.groundplan.describe.Fact;

/**
 * The contract of the app that an object runs: what differs between the two is a problem (A01 and following). A workload that is
 * made from a contract states it by itself; state it beside a Deployment of your own to have that one checked, too.
 *
 * @param contract what the app says
 * @param namespace the namespace of the Deployment, StatefulSet, DaemonSet, CronJob or Job that runs it
 * @param name its name
 */
public record ContractOf(AppContract contract, String namespace, String name) implements Fact {}
