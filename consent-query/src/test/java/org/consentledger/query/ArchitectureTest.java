package org.consentledger.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "org.consentledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NEVER_SEES_THE_COMMAND_SIDE =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.consentledger.command..");

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.consentledger",
                    "org.consentledger.subject..",
                    "org.consentledger.consent..",
                    "org.consentledger.objection..",
                    "org.consentledger.timeline..",
                    "org.consentledger.notice..",
                    "org.consentledger.recipient..",
                    "org.consentledger.catalogue..",
                    "org.consentledger.register..",
                    "org.consentledger.transfer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "tools.jackson..", "java.sql..");

    @ArchTest
    static final ArchRule ONLY_PROJECTIONS_KNOW_AXON = noClasses()
            .that()
            .resideInAPackage("org.consentledger.query..")
            .and()
            .resideOutsideOfPackage("org.consentledger.query.projection..")
            .and()
            .doNotHaveFullyQualifiedName(ConsentQuery.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework..");

    @ArchTest
    static final ArchRule CAPABILITIES_FORM_NO_CIRCLE =
            slices().matching("org.consentledger.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_NOBODYS_LIBRARY = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .and()
            .resideInAPackage("org.consentledger.query..")
            .should()
            .bePackagePrivate();
}
