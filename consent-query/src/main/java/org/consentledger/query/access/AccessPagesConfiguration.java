package org.consentledger.query.access;

import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the access log is found in the console. */
@Configuration(proxyBeanMethods = false)
class AccessPagesConfiguration {

    @Bean
    static MenuEntry accessesInMenu() {
        return new MenuEntry(70, "access.menu", "/accesses");
    }

    @Bean
    static SubjectLink accessesOfSubjectLink() {
        return new SubjectLink(50, "access.of.subject", "/accesses?subjectId={subjectId}");
    }
}
