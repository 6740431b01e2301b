package dev.groundplan.check;

import dev.groundplan.expand.ExpandedPlatform;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks that a platform must pass before anything is written.
 *
 * <p>The checks of elements run once the parts are sound: what a missing part leaves behind is no news.
 */
public record Checks(List<PartsCheck> ofParts, List<ElementsCheck> ofElements) {

    /** Keeps copies of the lists. */
    public Checks {
        ofParts = List.copyOf(ofParts);
        ofElements = List.copyOf(ofElements);
    }

    /** Returns every check of Groundplan's own. */
    public static Checks all() {
        return new Checks(
                List.of(new TwoPartsOfOneName(), new PartLeftOut(), new PartChangedSinceReferredTo()),
                List.of(
                        new SecretUsedAsText(),
                        new RootModuleDoesNotHold(),
                        new ProviderNobodyRequires(),
                        new ProviderOfWhatItMakes(),
                        new LoginByOldApi(),
                        new StateWithoutLock(),
                        new StateOfSomewhereElse(),
                        new StateOfTwoRootModules(),
                        new VariableNobodyGives(),
                        new ManifestCannotBeWritten(),
                        new ZoneOfAnotherRegion(),
                        new NameOverBudget(),
                        new ParameterNobodyWrites(),
                        new ContractOfNothing(),
                        new PortUnlikeContract(),
                        new EnvironmentUnlikeContract(),
                        new PortOutOfRange(),
                        new FileBesideItsVariable(),
                        new FileNobodyMounts(),
                        new SecretThatChangesUnseen(),
                        new PathNobodyAnswers(),
                        new MetricsNobodyServes(),
                        new SeriesNobodyServes(),
                        new StartUpOutOfBudget(),
                        new ProbeLessPatientThanApp(),
                        new BalancerLessPatientThanApp(),
                        new LivenessThatAsksTheDatabase(),
                        new TerminationUnlikeContract(),
                        new UserUnlikeContract(),
                        new TlsUnlikeDatabase(),
                        new PasswordAppCannotTake(),
                        new ImageBesideItsPin(),
                        new ImageNobodyMayPull(),
                        new ReleaseWithoutExactChart(),
                        new DefinitionsLeftBehind(),
                        new ValueThatTheChartDoesNotHave(),
                        new TrustInNobody(),
                        new RegionOfSomewhereElse(),
                        new NodeGroupsSaidTwice(),
                        new ClusterOfAnotherName(),
                        new TwoClustersForOneTree(),
                        new ChartForAnotherKubernetes(),
                        new VersionThatNobodyServes(),
                        new AnnotationThatNobodyReads(),
                        new ControllerThatMustGuess(),
                        new TwoOwnersOfOneComponent(),
                        new PodsThatGetNoNode(),
                        new HostOutsideEveryZone(),
                        new CertificateForOtherHosts(),
                        new HostOfTwoIngresses(),
                        new DatabaseOpenToAddresses(),
                        new DatabaseInPublicSubnets(),
                        new ClusterOpenToTheWorld(),
                        new NodesWithRightsOfPods(),
                        new TrustInAnyToken(),
                        new TrustInStrangers(),
                        new IngressWithoutSubnets(),
                        new MonitorThatPrometheusPasses(),
                        new MonitorOfNoService(),
                        new GrafanaLoginFromNoSecret(),
                        new AlertThatNobodyIsToldOf(),
                        new TargetThatEksHides(),
                        new ObjectTooLarge(),
                        new IngressForAnyHost(),
                        new ListenerWithoutTls(),
                        new HealthCheckOfAnotherPath(),
                        new BalancerNameTaken(),
                        new PodsReadyBeforeTheirBalancer(),
                        new PodGoneBeforeItsBalancerKnows(),
                        new RolloutThatTakesTooMany(),
                        new AutoscalerThatCannotScale(),
                        new BudgetThatBlocksEvictions(),
                        new SpreadOfOtherPods(),
                        new PodsNoNodeTakes(),
                        new MorePodsThanRoom(),
                        new QuotaBelowNeed(),
                        new SelectorOfNoPods(),
                        new PortOfNoContainer(),
                        new PodsServedUnready(),
                        new KeyNobodyMakes(),
                        new SecretTypeOfNobody(),
                        new PodItsNamespaceRefuses(),
                        new PodWithoutNetworkPolicy(),
                        new PolicyForOtherAddresses(),
                        new PoliciesNobodyEnforces(),
                        new ConnectionNobodyLetsIn(),
                        new CapabilityNobodyBrings(),
                        new CustomResourceBesideItsDefinition(),
                        new KustomizationsInRing(),
                        new KustomizationEndsTooSoon(),
                        new PrunedWithAllInIt(),
                        new StoreWithoutServiceAccount(),
                        new VariableNobodySays(),
                        new VariableWhereNoneCanStand()));
    }

    /** Returns these checks and one of the user's own. */
    public Checks with(ElementsCheck check) {
        var more = new ArrayList<>(ofElements);
        more.add(check);
        return new Checks(ofParts, more);
    }

    /** Returns these checks and one of the user's own. */
    public Checks withPartsCheck(PartsCheck check) {
        var more = new ArrayList<>(ofParts);
        more.add(check);
        return new Checks(more, ofElements);
    }

    /**
     * Returns all that is wrong with {@code platform} and not allowed, in the order of the checks, and then what is allowed
     * without being there.
     *
     * <p>What is told first hides the rest, which may be wrong for want of it only: parts, then parts that refuse their site
     * and so have no elements, then elements.
     */
    public List<Problem> find(ExpandedPlatform platform) {
        var inParts = ofParts.stream()
                .flatMap(check -> check.find(platform.platform()).stream())
                .toList();
        if (!inParts.isEmpty()) {
            return inParts;
        }
        var refusals = new PartThatDoesNotFit().find(platform);
        return refusals.isEmpty() ? Allowances.of(platform).applyTo(inElements(platform)) : refusals;
    }

    private List<Problem> inElements(ExpandedPlatform platform) {
        return ofElements.stream()
                .flatMap(check -> check.find(platform).stream())
                .toList();
    }
}
