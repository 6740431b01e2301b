package dev.groundplan.kubernetes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.HashSet;

@AnalyzeClasses(packages = "dev.groundplan.kubernetes", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseStyleTest {

    @ArchTest
    static final ArchRule of_the_product_it_knows_the_files_only = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.kubernetes")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.groundplan", "dev.groundplan.terraform..", "dev.groundplan.testing..", "faceit..");

    @ArchTest
    static final ArchRule nothing_is_iterated_in_an_order_that_differs_between_runs = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.kubernetes")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(HashMap.class, HashSet.class)
            .orShould()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                    com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                                            java.util.Map.class, java.util.Set.class)))
                    .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching("of|copyOf"))));

    @ArchTest
    static final ArchRule classes_are_final = classes()
            .that()
            .resideInAPackage("dev.groundplan.kubernetes")
            .and()
            .areNotInterfaces()
            .should()
            .haveModifier(JavaModifier.FINAL);
}
