package dev.groundplan.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.groundplan.testing", importOptions = DoNotIncludeTests.class)
class LayersTest {

    @ArchTest
    static final ArchRule the_wire_knows_nothing_of_terraform_modules = noClasses()
            .that()
            .resideInAPackage("..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.groundplan.testing", "dev.groundplan.testing.terraform", "dev.groundplan.terraform..");

    @ArchTest
    static final ArchRule only_the_wire_knows_http = noClasses()
            .that()
            .resideOutsideOfPackage("..wire..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule programs_and_files_know_nothing_of_terraform = noClasses()
            .that()
            .resideInAPackage("dev.groundplan.testing")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.groundplan.testing.terraform..");

    @ArchTest
    static final ArchRule classes_are_final_or_sealed = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .haveModifier(JavaModifier.FINAL);
}
