package org.consentledger.command.http;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;

/** Every command that callers can send. They are those that some {@link CommandEndpoint} takes; there is no other list. */
public final class KnownCommands {

    private final SingletonSupplier<Map<String, KnownCommand>> byName;

    KnownCommands(ApplicationContext service) {
        // looked for when first asked for: controllers are made after this
        this.byName = SingletonSupplier.of(() -> in(service));
    }

    /** Empty if there is none of that name. */
    public Optional<KnownCommand> named(String name) {
        return Optional.ofNullable(byName.obtain().get(name));
    }

    /** All of them. */
    public Collection<KnownCommand> all() {
        return byName.obtain().values();
    }

    private static Map<String, KnownCommand> in(ApplicationContext service) {
        return service.getBeansWithAnnotation(CommandController.class).values().stream()
                .flatMap(KnownCommands::of)
                .collect(Collectors.toUnmodifiableMap(KnownCommand::name, Function.identity()));
    }

    private static Stream<KnownCommand> of(Object controller) {
        return Arrays.stream(AopUtils.getTargetClass(controller).getDeclaredMethods())
                .flatMap(method -> KnownCommand.of(new HandlerMethod(controller, method)));
    }
}
