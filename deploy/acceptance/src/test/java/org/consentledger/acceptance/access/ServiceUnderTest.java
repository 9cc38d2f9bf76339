package org.consentledger.acceptance.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.consentledger.http.access.TestIssuer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** One running service, with the context of its management port. */
record ServiceUnderTest(ConfigurableApplicationContext context, ApplicationContext management)
        implements AutoCloseable {

    static ServiceUnderTest start(SpringApplicationBuilder service, Map<String, Object> database) {
        var management = new AtomicReference<ApplicationContext>();
        ApplicationListener<WebServerInitializedEvent> listener = event -> {
            if ("management".equals(event.getApplicationContext().getServerNamespace())) {
                management.set(event.getApplicationContext());
            }
        };
        var settings = new HashMap<>(database);
        settings.putAll(TestIssuer.properties());
        // one address fails to get in more often than anybody would
        settings.put("http.failed-authentications", "1000000");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        var context = service.listeners(listener)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new ServiceUnderTest(context, Objects.requireNonNull(management.get(), "no management port"));
    }

    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    String managementUrl() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.management.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
