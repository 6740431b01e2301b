package dev.groundplan.workload;

import dev.groundplan.facts.AppContract;
import dev.groundplan.facts.AppContract.AppPort;
import dev.groundplan.facts.AppProbe;
import dev.groundplan.facts.AppProbe.Question;
import dev.groundplan.values.Port;
import dev.groundplan.values.Seconds;

/**
 * Fills in what the description leaves to the app: ports and probes. What the description says itself stays, and is compared
 * with the contract by the checks.
 */
final class ContractMerging {

    private final AppContract contract;

    ContractMerging(AppContract contract) {
        this.contract = contract;
    }

    ContainerSettings into(ContainerSettings said) {
        var merged = said;
        for (var port : contract.offers().ports()) {
            if (!has(said, port)) {
                merged = merged.withPort(new NamedPort(port.name(), new Port(port.number())));
            }
        }
        for (var probe : contract.offers().probes()) {
            var which = probe.kind().field();
            if (!said.probes().containsKey(which)) {
                merged = merged.withProbe(which, probe(probe));
            }
        }
        return merged.withDetailsOf(said);
    }

    private static boolean has(ContainerSettings said, AppPort port) {
        return said.ports().stream()
                .anyMatch(other ->
                        other.name().equals(port.name()) || other.port().number() == port.number());
    }

    private static Probe probe(AppProbe said) {
        var rhythm = said.rhythm();
        return question(said.question())
                .withPeriod(new Seconds(rhythm.period()))
                .withTimeout(new Seconds(rhythm.timeout()))
                .withFailures(rhythm.failures())
                .withInitialDelay(new Seconds(rhythm.initialDelay()));
    }

    private static Probe question(Question question) {
        return switch (question) {
            case Question.Http http -> Probe.http(http.path()).onPort(http.port());
            case Question.Tcp tcp -> Probe.tcp().onPort(tcp.port());
            case Question.Grpc grpc -> Probe.grpc().onPort(grpc.port());
            case Question.Exec exec -> Probe.exec(exec.command().toArray(String[]::new));
        };
    }
}
