package org.consentledger.query.recipient;

import org.consentledger.query.console.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where recipients are found in the console. */
@Configuration(proxyBeanMethods = false)
class RecipientPagesConfiguration {

    @Bean
    static MenuEntry recipientsInMenu() {
        return new MenuEntry(10, "recipient.menu", "/recipients");
    }
}
