package org.consentledger.query.decision;

import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where decisions are found in the console. */
@Configuration(proxyBeanMethods = false)
class DecisionPagesConfiguration {

    @Bean
    static MenuEntry decisionInMenu() {
        return new MenuEntry(40, "decision.menu", "/decision");
    }

    @Bean
    static SubjectLink decisionAboutSubjectLink() {
        return new SubjectLink(20, "decision.of.subject", "/decision?subjectId={subjectId}");
    }
}
