package org.consentledger.http.management;

import org.consentledger.setting.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where callers reach the service: a TCP port; 0 for any that is free. Spring Boot reads it too, and would not say which it was. */
@Validated
@ConfigurationProperties("server")
record ServicePort(
        @Nullable @Between(from = "0", to = "65535") Integer port) {}
