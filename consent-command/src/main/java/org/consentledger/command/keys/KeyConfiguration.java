package org.consentledger.command.keys;

import org.consentledger.ledger.keyring.KeyEncryptionKeys;
import org.consentledger.ledger.keyring.KeyRewrapping;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyProperties.class)
class KeyConfiguration {

    @Bean
    KeyRotation keyRotation(JdbcClient jdbc, KeyEncryptionKeys keks) {
        return new KeyRotation(new KeyRewrapping(jdbc, keks));
    }
}
