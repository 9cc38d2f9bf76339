package org.consentledger.http;

import org.consentledger.http.access.AccessConfiguration;
import org.consentledger.http.access.ManagementAccess;
import org.consentledger.http.body.BodyConfiguration;
import org.consentledger.http.browser.BrowserConfiguration;
import org.consentledger.http.concurrency.ConcurrencyConfiguration;
import org.consentledger.http.connection.ConnectionConfiguration;
import org.consentledger.http.drain.DrainConfiguration;
import org.consentledger.http.field.FieldConfiguration;
import org.consentledger.http.json.JsonConfiguration;
import org.consentledger.http.management.ManagementConfiguration;
import org.consentledger.http.metrics.MetricsConfiguration;
import org.consentledger.http.openapi.OpenApiConfiguration;
import org.consentledger.http.path.PathConfiguration;
import org.consentledger.http.problem.ProblemConfiguration;
import org.consentledger.http.rate.RateConfiguration;
import org.consentledger.http.request.RequestConfiguration;
import org.consentledger.http.trace.TraceConfiguration;
import org.consentledger.setting.SettingConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The whole web edge; a service imports this and adds its controllers. */
@Configuration(proxyBeanMethods = false)
@Import({
    SettingConfiguration.class,
    BrowserConfiguration.class,
    ConnectionConfiguration.class,
    DrainConfiguration.class,
    RequestConfiguration.class,
    TraceConfiguration.class,
    AccessConfiguration.class,
    ManagementAccess.class,
    PathConfiguration.class,
    JsonConfiguration.class,
    FieldConfiguration.class,
    ProblemConfiguration.class,
    BodyConfiguration.class,
    RateConfiguration.class,
    ConcurrencyConfiguration.class,
    OpenApiConfiguration.class,
    ManagementConfiguration.class,
    MetricsConfiguration.class
})
@PropertySource("classpath:org/consentledger/http/http.properties")
public class HttpConfiguration {}
