package org.consentledger.http.trace;

import io.opentelemetry.api.trace.Tracer;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.prometheus.metrics.tracer.otel.OpenTelemetrySpanContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Follows requests through the service, and metrics to the requests behind them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceProperties.class)
public class TraceConfiguration {

    @Bean(destroyMethod = "close")
    TraceExport traceExport(TraceProperties properties, Environment environment) {
        return TraceExport.of(properties, environment.getProperty("spring.application.name", "consent-ledger"));
    }

    /** Its spans go nowhere where no collector is named. */
    @Bean
    Tracer tracer(TraceExport export) {
        return export.tracer();
    }

    /** Histograms name a trace beside what they count (exemplars), if it is kept. */
    @Bean
    SpanContext exemplars() {
        return new OpenTelemetrySpanContext();
    }

    /** Around the measuring of requests, which is to know the trace. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(TraceExport export) {
        var registration = new FilterRegistrationBean<>(new TraceFilter(export));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
