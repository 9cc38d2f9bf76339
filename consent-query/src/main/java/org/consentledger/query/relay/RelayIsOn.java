package org.consentledger.query.relay;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Without a broker there is no thread, no connection and no metric of the relay. */
final class RelayIsOn implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment()
                .getProperty(RelayProperties.PREFIX + ".bootstrap", "")
                .isBlank();
    }
}
