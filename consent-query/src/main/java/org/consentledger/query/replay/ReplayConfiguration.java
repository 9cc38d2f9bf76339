package org.consentledger.query.replay;

import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.SubjectLink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplayProperties.class)
class ReplayConfiguration {

    @Bean
    static MenuEntry replaysInMenu() {
        return new MenuEntry(50, "replay.menu", "/replays");
    }

    @Bean
    static SubjectLink replayOfSubjectLink() {
        return new SubjectLink(40, "replay.of.subject", "/replays?subjectId={subjectId}");
    }
}
