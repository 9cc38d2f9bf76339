package org.consentledger.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house, over all modules at once. Dependencies run one way: services, ledger and edge, messages. */
@AnalyzeClasses(
        packages = "org.consentledger",
        importOptions = {ImportOption.DoNotIncludeTests.class, ModuleRulesTest.NoTestJars.class})
class ModuleRulesTest {

    /** Test support that other modules share comes in jars of its own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] MESSAGES = {
        "org.consentledger",
        "org.consentledger.subject..",
        "org.consentledger.consent..",
        "org.consentledger.objection..",
        "org.consentledger.erasure..",
        "org.consentledger.timeline..",
        "org.consentledger.notice..",
        "org.consentledger.recipient..",
        "org.consentledger.catalogue..",
        "org.consentledger.register..",
        "org.consentledger.transfer.."
    };

    @ArchTest
    static final ArchRule DEPENDENCIES_RUN_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.consentledger..")
            .layer("messages")
            .definedBy(MESSAGES)
            .layer("log")
            .definedBy("org.consentledger.log..")
            .layer("setting")
            .definedBy("org.consentledger.setting..")
            .layer("ledger")
            .definedBy("org.consentledger.ledger..")
            .layer("http")
            .definedBy("org.consentledger.http..")
            .layer("command")
            .definedBy("org.consentledger.command..")
            .layer("query")
            .definedBy("org.consentledger.query..")
            .layer("standalone")
            .definedBy("org.consentledger.standalone..")
            .layer("verifier")
            .definedBy("org.consentledger.verifier..")
            .whereLayer("standalone")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("verifier")
            .mayOnlyAccessLayers("log")
            .whereLayer("log")
            .mayNotAccessAnyLayer()
            .whereLayer("setting")
            .mayNotAccessAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("standalone")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers("command", "query", "standalone");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAnyPackage(MESSAGES)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(concat(MESSAGES, "java.lang..", "java.util..", "java.time..", "org.jspecify.."));

    @ArchTest
    static final ArchRule NO_PACKAGE_DEPENDS_ON_ITSELF_BY_A_DETOUR =
            slices().matching("org.consentledger.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_ARE_NAMED_AFTER_WHAT_HAPPENS_IN_THEM = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .and()
            .areNotAnnotations()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule COMMANDS_ARE_HANDLED_BY_STREAMS = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Stream");

    private static String[] concat(String[] some, String... more) {
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
