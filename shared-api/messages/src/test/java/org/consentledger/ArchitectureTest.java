package org.consentledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The domain is records and pure functions: no framework, no I/O, no clock, no chance. */
class ArchitectureTest {

    private static final JavaClasses DOMAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("org.consentledger");

    @Test
    void all_of_the_domain_is_looked_at_and_nothing_else() {
        assertThat(DOMAIN.contain("org.consentledger.transfer.TransferRules")).isTrue();
        assertThat(DOMAIN.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void it_knows_the_java_language_collections_and_time_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.consentledger..", "java.lang..", "java.util..", "java.time..", "org.jspecify.annotations")
                .because("records and pure functions need no Spring, Axon, Jackson, file, socket or database")
                .check(DOMAIN);
    }

    @Test
    void time_and_identifiers_come_in_as_arguments() {
        noClasses()
                .should()
                .callMethodWhere(describe("it asks a clock or chance", ArchitectureTest::asksAClockOrChance))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .check(DOMAIN);
    }

    @Test
    void no_package_needs_another_that_needs_it() {
        slices().matching("org.consentledger.(*)..").should().beFreeOfCycles().check(DOMAIN);
        noClasses()
                .that()
                .resideInAPackage("org.consentledger")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.consentledger.*..")
                .check(DOMAIN);
    }

    @Test
    void nothing_is_made_to_be_inherited_from_but_interfaces() {
        classes()
                .that(describe("are not anonymous", c -> !c.isAnonymousClass()))
                .should()
                .beInterfaces()
                .orShould()
                .haveModifier(JavaModifier.FINAL)
                .orShould(be(describe("enums", JavaClass::isEnum)))
                .check(DOMAIN);
    }

    private static boolean asksAClockOrChance(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var method = call.getName();
        return (owner.getPackageName().equals("java.time") && method.equals("now"))
                || (owner.isEquivalentTo(UUID.class) && method.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && method.equals("random"))
                || (owner.isEquivalentTo(System.class) && !method.equals("identityHashCode"))
                || owner.isAssignableTo(Random.class);
    }
}
