package org.consentledger.http.openapi;

import org.springframework.context.annotation.Configuration;

/** Describes the interface. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration {}
