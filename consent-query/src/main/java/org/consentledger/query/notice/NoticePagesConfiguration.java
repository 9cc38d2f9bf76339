package org.consentledger.query.notice;

import org.consentledger.query.console.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where notices are found in the console. */
@Configuration(proxyBeanMethods = false)
class NoticePagesConfiguration {

    @Bean
    static MenuEntry noticesInMenu() {
        return new MenuEntry(20, "notice.menu", "/notices");
    }
}
