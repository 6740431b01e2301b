package dev.groundplan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;

/** The walls of the house: who may know whom, and what no renderer may use. */
@AnalyzeClasses(packages = "dev.groundplan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] GENERATED = {
        "dev.groundplan.terraform.aws..",
        "dev.groundplan.terraform.random..",
        "dev.groundplan.terraform.kubernetes..",
        "dev.groundplan.terraform.helm..",
        "dev.groundplan.terraform.http..",
        "dev.groundplan.kubernetes.externalsecrets..",
        "dev.groundplan.kubernetes.flux.."
    };

    /** The packages of the built-in parts. */
    private static final String[] PARTS = {
        "dev.groundplan.charts..",
        "dev.groundplan.controllers..",
        "dev.groundplan.database..",
        "dev.groundplan.delivery..",
        "dev.groundplan.dns..",
        "dev.groundplan.eks..",
        "dev.groundplan.flux..",
        "dev.groundplan.monitoring..",
        "dev.groundplan.network..",
        "dev.groundplan.secrets..",
        "dev.groundplan.state..",
        "dev.groundplan.workload.."
    };

    @ArchTest
    static final ArchRule files_know_nobody = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.files..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("dev.groundplan..").and(resideOutsideOfPackages("dev.groundplan.files..")));

    @ArchTest
    static final ArchRule terraform_knows_only_files = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.terraform..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.groundplan..")
                    .and(resideOutsideOfPackages("dev.groundplan.files..", "dev.groundplan.terraform..")));

    @ArchTest
    static final ArchRule kubernetes_knows_only_files = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.kubernetes..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.groundplan..")
                    .and(resideOutsideOfPackages("dev.groundplan.files..", "dev.groundplan.kubernetes..")));

    @ArchTest
    static final ArchRule github_knows_only_files = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.github..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.groundplan..")
                    .and(resideOutsideOfPackages("dev.groundplan.files..", "dev.groundplan.github..")));

    @ArchTest
    static final ArchRule cloudformation_knows_only_files = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.cloudformation..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.groundplan..")
                    .and(resideOutsideOfPackages("dev.groundplan.files..", "dev.groundplan.cloudformation..")));

    @ArchTest
    static final ArchRule descriptions_know_no_step_after_them = noClasses()
            .that()
            .resideInAnyPackage("dev.groundplan.values..", "dev.groundplan.describe..", "dev.groundplan.facts..")
            .or(resideInAnyPackage(PARTS))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "dev.groundplan",
                    "dev.groundplan.expand..",
                    "dev.groundplan.check..",
                    "dev.groundplan.inventory..",
                    "dev.groundplan.render..",
                    "dev.groundplan.report.."));

    @ArchTest
    static final ArchRule the_steps_know_no_built_in_part = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.groundplan",
                    "dev.groundplan.describe..",
                    "dev.groundplan.facts..",
                    "dev.groundplan.expand..",
                    "dev.groundplan.check..",
                    "dev.groundplan.inventory..",
                    "dev.groundplan.render..",
                    "dev.groundplan.report..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(PARTS));

    @ArchTest
    static final ArchRule nobody_knows_an_app_or_what_it_is_made_with = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.groundplan.testapp..", "io.helidon..", "io.dekorate.."))
            .because("an app reaches the platform by its manifest alone");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.groundplan.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule classes_are_closed = classes()
            .that(resideOutsideOfPackages(GENERATED))
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule order_is_always_said = noClasses()
            .that(resideOutsideOfPackages(GENERATED))
            .should()
            .callMethodWhere(isOneOf(
                    "java.util.Map.of",
                    "java.util.Map.ofEntries",
                    "java.util.Map.copyOf",
                    "java.util.Set.of",
                    "java.util.Set.copyOf",
                    "java.util.stream.Collectors.toSet",
                    "java.util.stream.Collectors.toUnmodifiableSet"))
            .orShould()
            .callConstructorWhere(isOneOf("java.util.HashMap.<init>", "java.util.HashSet.<init>"))
            .because("what is rendered must be the same in every JVM");

    @ArchTest
    static final ArchRule nothing_from_outside_reaches_what_is_rendered = noClasses()
            .that(resideOutsideOfPackages(GENERATED))
            .should()
            .callMethodWhere(isOneOf(
                    "java.lang.System.getenv",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Math.random",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.util.UUID.randomUUID"))
            .because("the same description gives the same bytes");

    private static DescribedPredicate<JavaCall<?>> isOneOf(String... names) {
        var banned = List.of(names);
        return DescribedPredicate.describe(
                "is one of " + banned.stream().collect(Collectors.joining(", ")),
                call -> banned.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }
}
