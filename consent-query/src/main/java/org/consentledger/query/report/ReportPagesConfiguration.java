package org.consentledger.query.report;

import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.RecipientLink;
import org.consentledger.query.console.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where reports are found in the console. */
@Configuration(proxyBeanMethods = false)
class ReportPagesConfiguration {

    @Bean
    static MenuEntry overviewInMenu() {
        return new MenuEntry(30, "overview.menu", "/overview");
    }

    @Bean
    static MenuEntry expiringInMenu() {
        return new MenuEntry(32, "expiring.menu", "/expiring");
    }

    @Bean
    static SubjectLink reportOfSubject() {
        return new SubjectLink(10, "report.desk.subject", "/subjects/{subjectId}/report");
    }

    @Bean
    static SubjectLink reportOfSubjectAsPdf() {
        return new SubjectLink(11, "report.desk.pdf", "/subjects/{subjectId}/report.pdf");
    }

    @Bean
    static RecipientLink reportOfRecipient() {
        return new RecipientLink(10, "report.desk.recipient", "/recipients/{recipient}/report");
    }

    @Bean
    static RecipientLink reportOfRecipientAsPdf() {
        return new RecipientLink(11, "report.desk.pdf", "/recipients/{recipient}/report.pdf");
    }
}
