package org.consentledger.acceptance.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.setting.Between;
import org.consentledger.setting.SettingConfiguration;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

/** Each variable with a limit or a form is given wrong values, and each is told in one sentence that begins with its name. */
class WrongValuesTest {

    private static final String PLANTED = "planted-value";

    /** Told by what makes the service rather than by binding: StartTest of each service, and TlsTest, have them. */
    private static final Set<String> TOLD_LATER = Set.of(
            "LEDGER_DB_URL",
            "LEDGER_ISSUER",
            "LEDGER_JWK_SET_FILE",
            "LEDGER_CHECKPOINT_FILE",
            "HTTP_TLS_CERTIFICATE",
            "HTTP_TLS_PRIVATE_KEY");

    private static final Map<String, String> OF_A_FORM = Map.ofEntries(
            Map.entry("LEDGER_METRICS_FROM", PLANTED),
            Map.entry("LEDGER_TRACES_URL", PLANTED),
            // whoever takes a secret's file for the secret must not find it in the log
            Map.entry("LEDGER_SUBJECT_KEY_FILE", PLANTED),
            Map.entry("LEDGER_KEY_ENCRYPTION_KEY", PLANTED),
            Map.entry("LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS", PLANTED),
            Map.entry("LEDGER_LEGAL_REGISTER", "/no/such/file"),
            Map.entry("LEDGER_PREVIOUS_LEGAL_REGISTERS", "/no/such/file"),
            Map.entry("LEDGER_NOTICE_INDEX", "/"),
            Map.entry("LEDGER_SIGNING_KEY_FILE", PLANTED),
            Map.entry("LEDGER_QUERY_URL", "ftp://ledger.example.com"),
            Map.entry("LEDGER_CONTROLLER_URL", "privacy"),
            Map.entry("LEDGER_CONSOLE_CLIENT_SECRET", PLANTED),
            Map.entry("LEDGER_CONSOLE_URL", "http://ledger.example.com"),
            Map.entry("LEDGER_CONSOLE_RESOURCE", "ledger"),
            Map.entry("QUERY_KAFKA_BOOTSTRAP", "kafka, " + PLANTED),
            Map.entry("QUERY_KAFKA_TOPIC", PLANTED + "/topic"),
            Map.entry("QUERY_KAFKA_CLIENT_FILE", PLANTED),
            Map.entry("QUERY_KAFKA_PERSONAL_DATA", PLANTED),
            Map.entry("WEBHOOK_PLAIN_HTTP", PLANTED),
            Map.entry("WEBHOOK_ADDRESSES", "10.1.0.0/33"),
            Map.entry("HTTP_CORS_ORIGINS", "https://*.example.com"));

    private static final Map<Service, List<Class<?>>> TYPES = Map.of(
            Service.COMMAND, CodeSettings.records(Service.COMMAND), Service.QUERY, CodeSettings.records(Service.QUERY));

    record Wrong(Service service, String variable, String value) {

        @Override
        public String toString() {
            return service.word() + " " + variable + "=" + value;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(SettingConfiguration.class)
    @PropertySource("classpath:org/consentledger/http/http.properties")
    static class AllSettings {}

    static List<Wrong> wrong() throws Exception {
        var wrong = new ArrayList<Wrong>();
        for (var service : Service.values()) {
            for (var setting : CodeSettings.of(service).values()) {
                var values = setting.limits() == null
                        ? Stream.ofNullable(OF_A_FORM.get(setting.variable()))
                        : outside(setting.limits(), setting.type());
                values.forEach(value -> wrong.add(new Wrong(service, setting.variable(), value)));
            }
        }
        return wrong;
    }

    private static Stream<String> outside(Between limits, Class<?> type) {
        return Stream.concat(Stream.of(PLANTED), Stream.of(above(limits.to(), type), below(limits.from(), type)));
    }

    private static String above(String limit, Class<?> type) {
        if (type == Duration.class) {
            return DurationStyle.detectAndParse(limit).plusMillis(1).toMillis() + "ms";
        }
        return type == DataSize.class
                ? DataSize.parse(limit).toBytes() + 1 + "B"
                : new BigDecimal(limit).add(BigDecimal.ONE).toPlainString();
    }

    private static String below(String limit, Class<?> type) {
        if (type == Duration.class) {
            return DurationStyle.detectAndParse(limit).toMillis() - 1 + "ms";
        }
        return type == DataSize.class
                ? DataSize.parse(limit).toBytes() - 1 + "B"
                : new BigDecimal(limit).subtract(BigDecimal.ONE).toPlainString();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isToldInOneSentence(Wrong wrong) {
        with(wrong.service(), Map.of(wrong.variable(), wrong.value())).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(wrong.variable() + " ")
                    .hasMessageEndingWith(".")
                    .hasMessageNotContainingAny(PLANTED, "\n", "Exception");
        });
    }

    @Test
    void saysWhichLimitAndWhichForm() {
        assertThat(sentence("HTTP_CONCURRENCY", "0")).isEqualTo("HTTP_CONCURRENCY is 0, but must be from 1 to 100000.");
        assertThat(sentence("LEDGER_DB_POOL", "many")).isEqualTo("LEDGER_DB_POOL is no whole number from 2 to 1000.");
        assertThat(sentence("HTTP_BODY_DEADLINE", "20 parsecs"))
                .isEqualTo("HTTP_BODY_DEADLINE is no duration, such as 500ms, 20s or 24h, from 1s to 1h.");
        assertThat(sentence("HTTP_BODY_LIMIT", "64")).isEqualTo("HTTP_BODY_LIMIT is 64, but must be from 1KB to 64MB.");
        assertThat(sentence("COMMAND_PORT", "tcp://10.0.0.1:8080"))
                .startsWith("COMMAND_PORT is an address that Kubernetes sets for a service of that name: ");
    }

    private static String sentence(String variable, String value) {
        var told = new ArrayList<String>();
        with(Service.COMMAND, Map.of(variable, value))
                .run(context ->
                        told.add(String.valueOf(context.getStartupFailure().getMessage())));
        return told.getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyVariableAllHaveValidDefaults(Service service) {
        with(service, Map.of()).run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void noVariableIsLeftOut() throws Exception {
        var tried = new HashSet<>(TOLD_LATER);
        wrong().forEach(wrong -> tried.add(wrong.variable()));
        var free = ConfigurationPage.read().rows().values().stream()
                .filter(row -> row.readBy().equals("make run")
                        || row.allowed().startsWith("text")
                        || row.allowed().equals("words"))
                .map(ConfigurationPage.Row::variable)
                .toList();
        tried.addAll(free);

        assertThat(tried)
                .containsExactlyInAnyOrderElementsOf(
                        ConfigurationPage.read().rows().keySet());
    }

    /** Under the names that Spring Boot gives them; none is made, as binding them is what is looked at. */
    private static void register(Service service, GenericApplicationContext context) {
        for (var type : TYPES.get(service)) {
            var definition = new RootBeanDefinition(type);
            definition.setLazyInit(true);
            context.registerBeanDefinition("setting-" + type.getName(), definition);
        }
    }

    private static ApplicationContextRunner with(Service service, Map<String, Object> variables) {
        return new ApplicationContextRunner()
                .withPropertyValues("spring.config.name=" + service.configName())
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables)))
                .withInitializer(context -> register(service, (GenericApplicationContext) context))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(AllSettings.class);
    }
}
