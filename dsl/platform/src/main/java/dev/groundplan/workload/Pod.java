package dev.groundplan.workload;

import dev.groundplan.describe.Elements;
import dev.groundplan.describe.Elements.SourceDetail;
import dev.groundplan.describe.Layer;
import dev.groundplan.describe.PartId;
import dev.groundplan.describe.PartReference;
import dev.groundplan.describe.Placement;
import dev.groundplan.describe.SourceLine;
import dev.groundplan.eks.Namespace;
import dev.groundplan.eks.WorkloadIdentity;
import dev.groundplan.facts.AppContract;
import dev.groundplan.values.ImageReference;
import dev.groundplan.values.Seconds;
import dev.groundplan.workload.PlacedContainer.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What runs, whatever starts it: the value that all forms of workload share. */
final class Pod {

    /** The user that images without one of their own conventionally run as ("nonroot"). */
    static final long NONROOT = 65_532;

    /** How much longer than it takes an app may stop, since a time at the longest is never quite that. */
    private static final int GRACE_LEFT = 5;

    static final String GRACE = "terminationGracePeriodSeconds";
    static final String USER = "runAsUser";

    private final PartId id;
    private final SourceLine line;
    private final PartReference inNamespace;
    private final Namespace namespace;
    private ContainerSettings container;
    private Optional<WorkloadIdentity> identity = Optional.empty();
    private Optional<PartReference> identityReference = Optional.empty();
    private List<PlacedContainer> others = List.of();
    private Optional<Long> user = Optional.empty();
    private Optional<AppContract> contract = Optional.empty();
    private Optional<Seconds> gracePeriod = Optional.empty();
    private SequencedMap<String, SourceDetail> details = new LinkedHashMap<>();
    private List<Aspect> aspects = List.of(NetworkRules.DEFAULT);

    private Pod(
            PartId id, SourceLine line, PartReference inNamespace, Namespace namespace, ContainerSettings container) {
        this.id = id;
        this.line = line;
        this.inNamespace = inNamespace;
        this.namespace = namespace;
        this.container = container;
    }

    private Pod(Pod pod) {
        this(pod.id, pod.line, pod.inNamespace, pod.namespace, pod.container);
        identity = pod.identity;
        identityReference = pod.identityReference;
        others = pod.others;
        user = pod.user;
        contract = pod.contract;
        gracePeriod = pod.gracePeriod;
        details = pod.details;
        aspects = pod.aspects;
    }

    /** A pod that says nothing but its image. */
    static Pod pod(PartId id, ImageReference image, Namespace namespace) {
        return new Pod(
                id,
                SourceLine.here(),
                PartReference.to(namespace, "namespace"),
                namespace,
                new ContainerSettings(id.kind().text(), id.name().text(), image));
    }

    Pod withContainer(ContainerSettings changed) {
        var copy = new Pod(this);
        copy.container = changed;
        return copy;
    }

    Pod withIdentity(WorkloadIdentity workloadIdentity) {
        var copy = new Pod(this);
        copy.identity = Optional.of(workloadIdentity);
        copy.identityReference = Optional.of(PartReference.to(workloadIdentity, "identity"));
        return copy;
    }

    Pod with(PlacedContainer added) {
        for (var other : containers()) {
            if (other.settings().name().equals(added.settings().name())) {
                throw new IllegalArgumentException("The %s has a container called `%s` already: give each its own name."
                        .formatted(id, added.settings().name()));
            }
        }
        var copy = new Pod(this);
        copy.others = ContainerSettings.plus(others, added.refusingWhatNeverHappens());
        return copy;
    }

    Pod withContract(AppContract changed) {
        var copy = new Pod(this);
        copy.contract = Optional.of(changed);
        return copy;
    }

    Pod withUser(long number) {
        var copy = new Pod(this);
        copy.user = Optional.of(number);
        return copy.saying(USER);
    }

    Pod withGracePeriod(Seconds seconds) {
        var copy = new Pod(this);
        copy.gracePeriod = Optional.of(seconds);
        return copy.saying(GRACE);
    }

    /** This pod, knowing that an option was said at the line that calls Groundplan now. */
    private Pod saying(String option) {
        var copy = new Pod(this);
        copy.details = new LinkedHashMap<>(details);
        copy.details.put(option, new SourceDetail(option, SourceLine.here()));
        return copy;
    }

    /** This pod and an aspect, which replaces one of the same class: the later call of a {@code withX} counts. */
    Pod with(Aspect aspect) {
        var copy = new Pod(this);
        var remaining = aspects.stream()
                .filter(other -> !other.getClass().equals(aspect.getClass()))
                .toList();
        copy.aspects = ContainerSettings.plus(remaining, aspect);
        return copy;
    }

    PartId id() {
        return id;
    }

    SourceLine line() {
        return line;
    }

    String name() {
        return id.name().text();
    }

    Placement placement() {
        return Layer.APPS.directory(id.name());
    }

    Namespace namespace() {
        return namespace;
    }

    ContainerSettings container() {
        return container;
    }

    Optional<WorkloadIdentity> identity() {
        return identity;
    }

    /** The name of the account that it runs as. */
    String serviceAccount() {
        return identity.map(WorkloadIdentity::serviceAccount).orElse(name());
    }

    List<Aspect> aspects() {
        return aspects;
    }

    <A extends Aspect> Optional<A> aspect(Class<A> kind) {
        return aspects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The main container first, then the others in their order. */
    List<PlacedContainer> containers() {
        var all = new ArrayList<PlacedContainer>();
        all.add(new PlacedContainer(main(), Role.MAIN));
        all.addAll(others);
        return all;
    }

    Optional<AppContract> contract() {
        return contract;
    }

    long user() {
        return user.or(() -> contract.flatMap(app -> app.behaves().user())).orElse(NONROOT);
    }

    /** As said, or what the app takes to stop, after the wait before, and a little more. */
    Optional<Seconds> gracePeriod() {
        int notice = main().ports().isEmpty() ? 0 : RollingOut.NOTICE;
        int wait = container.preStopSleep().map(Seconds::count).orElse(notice);
        return gracePeriod.or(
                () -> contract.flatMap(app -> app.behaves().times().drain())
                        .map(drain -> new Seconds(wait + drain + GRACE_LEFT)));
    }

    /** The main container as it runs: with what the app says where the description says nothing. */
    ContainerSettings main() {
        return contract.map(app -> new ContractMerging(app).into(container)).orElse(container);
    }

    /** The keys of the workload's Secret. */
    List<SecretEntry> secrets() {
        return containers().stream()
                .flatMap(placed -> placed.secrets().stream())
                .toList();
    }

    List<PartReference> references() {
        var all = new ArrayList<PartReference>();
        all.add(inNamespace);
        identityReference.ifPresent(all::add);
        secrets().stream().map(SecretEntry::part).forEach(all::add);
        for (var placed : containers()) {
            placed.settings().mounts().stream()
                    .flatMap(mount -> mount.volume().from().stream())
                    .forEach(all::add);
        }
        aspects.stream().flatMap(aspect -> aspect.references().stream()).forEach(all::add);
        return all;
    }

    /** These elements, and the options that texts in them come from. */
    Elements detailed(Elements elements) {
        var all = elements;
        for (var placed : containers()) {
            for (var variable : placed.settings().env()) {
                all = all.withDetail(variable.name(), placed.detail(variable.detail()));
            }
        }
        for (var detail : container.details().entrySet()) {
            all = all.withDetail(detail.getKey(), detail.getValue());
        }
        for (var detail : details.entrySet()) {
            all = all.withDetail(detail.getKey(), detail.getValue());
        }
        return all;
    }
}
