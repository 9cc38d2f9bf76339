package org.consentledger.http.management;

import org.consentledger.http.browser.SecurityHeadersConfiguration;
import org.consentledger.http.connection.ConnectionConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Import;

/**
 * What holds on a management port of its own too. Rates and numbers of requests are not bounded there: operators have to
 * see what goes on when callers are turned away.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import({ConnectionConfiguration.class, SecurityHeadersConfiguration.class})
class ManagementPortConfiguration {}
