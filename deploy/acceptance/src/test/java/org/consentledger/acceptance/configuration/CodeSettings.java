package org.consentledger.acceptance.configuration;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.setting.Between;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What a service really reads: the placeholders of its files, and the records that its properties are bound to. */
final class CodeSettings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
    private static final Pattern INTERNAL = Pattern.compile("\\$\\{[a-z].*}");

    /**
     * A variable that is read.
     *
     * @param limits null if it has none
     * @param type of the property; null if it is bound to no record of ours
     */
    record Setting(
            String variable,
            String defaults,
            @Nullable Between limits,
            @Nullable Class<?> type) {}

    private CodeSettings() {}

    static Map<String, Setting> of(Service service) throws Exception {
        var written = written(service);
        var settings = new TreeMap<String, Setting>();
        written.values().forEach(value -> {
            var placeholder = PLACEHOLDER.matcher(value);
            while (placeholder.find()) {
                var setting = new Setting(placeholder.group(1), defaults(placeholder), null, null);
                settings.put(setting.variable(), setting);
            }
        });
        for (var type : records(service)) {
            for (var component : type.getRecordComponents()) {
                var setting = setting(type, component, written);
                if (setting != null) {
                    settings.put(setting.variable(), setting);
                }
            }
        }
        return settings;
    }

    private static String defaults(Matcher placeholder) {
        return placeholder.group(2) == null ? "" : placeholder.group(2);
    }

    /** Every property of the service's own files, as it is written there. */
    private static Map<String, String> written(Service service) throws Exception {
        var environment = new StandardEnvironment();
        // what this machine sets is no default
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.config.name", service.configName())));
        try (var context = new GenericApplicationContext()) {
            context.setEnvironment(environment);
            new ConfigDataApplicationContextInitializer().initialize(context);
        }
        environment
                .getPropertySources()
                .addLast(new ResourcePropertySource("classpath:org/consentledger/http/http.properties"));
        var written = new TreeMap<String, String>();
        environment.getPropertySources().stream()
                .filter(source -> source instanceof EnumerablePropertySource)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames())
                        .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
                .forEach(property -> written.putIfAbsent(property.getKey(), property.getValue()));
        return written;
    }

    /** Its types of settings. */
    static List<Class<?>> records(Service service) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var types = new ArrayList<Class<?>>();
        for (var candidate : scanner.findCandidateComponents("org.consentledger")) {
            var name = nameOf(candidate);
            if (service.has(name)) {
                types.add(ClassUtils.resolveClassName(name, null));
            }
        }
        return types;
    }

    private static String nameOf(BeanDefinition candidate) {
        return String.valueOf(candidate.getBeanClassName());
    }

    private static @Nullable Setting setting(Class<?> type, RecordComponent component, Map<String, String> written)
            throws ReflectiveOperationException {
        var name = type.getAnnotation(ConfigurationProperties.class).value() + "."
                + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        var field = type.getDeclaredField(component.getName());
        var limits = field.getAnnotation(Between.class);
        var value = written.get(name);
        if (value == null) {
            var defaults = parameter(type, component.getName()).getAnnotation(DefaultValue.class);
            return new Setting(
                    variable(name),
                    defaults == null ? "" : String.join(",", defaults.value()),
                    limits,
                    component.getType());
        }
        if (INTERNAL.matcher(value).matches()) {
            return null;
        }
        var placeholder = PLACEHOLDER.matcher(value);
        return placeholder.matches()
                ? new Setting(placeholder.group(1), defaults(placeholder), limits, component.getType())
                : new Setting(variable(name), value, limits, component.getType());
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    private static Parameter parameter(Class<?> type, String name) {
        return Stream.of(type.getDeclaredConstructors()[0].getParameters())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
