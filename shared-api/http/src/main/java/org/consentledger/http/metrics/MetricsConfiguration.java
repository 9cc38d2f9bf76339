package org.consentledger.http.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the metrics of libraries into the form that Prometheus' linter asks for. */
@Configuration(proxyBeanMethods = false)
public class MetricsConfiguration {

    @Bean
    static MeterFilter meterConventions() {
        return new MeterConventions();
    }

    @Bean
    MeterBinder processorTime() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new SecondsSpent(
                "process.cpu",
                "Processor time that the process has taken, of all processors together",
                TimeUnit.NANOSECONDS,
                () -> system instanceof com.sun.management.OperatingSystemMXBean process
                        ? process.getProcessCpuTime()
                        : -1);
    }

    @Bean
    MeterBinder compilationTime() {
        var compiler = ManagementFactory.getCompilationMXBean();
        return new SecondsSpent(
                "jvm.compilation",
                "Time that the JVM has taken to compile, of all its threads together",
                TimeUnit.MILLISECONDS,
                () -> isTimed(compiler) ? compiler.getTotalCompilationTime() : -1);
    }

    /** A JVM that only interprets has no compiler. */
    private static boolean isTimed(@Nullable CompilationMXBean compiler) {
        return compiler != null && compiler.isCompilationTimeMonitoringSupported();
    }
}
