package org.consentledger.command.http;

import java.util.stream.Stream;
import org.consentledger.command.desk.CommandMeters;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/** Tells the meters which commands there are, so that their counts begin at 0. */
@Component
final class ExpectedCommands implements SmartInitializingSingleton {

    private final ApplicationContext service;
    private final CommandMeters meters;

    ExpectedCommands(ApplicationContext service, CommandMeters meters) {
        this.service = service;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        service.getBeansWithAnnotation(CommandController.class).values().stream()
                .flatMap(controller -> names(AopUtils.getTargetClass(controller)))
                .forEach(meters::expect);
    }

    private static Stream<String> names(Class<?> controller) {
        return Stream.of(controller.getDeclaredMethods())
                .flatMap(method ->
                        Stream.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, CommandEndpoint.class)))
                .map(CommandEndpoint::value);
    }
}
