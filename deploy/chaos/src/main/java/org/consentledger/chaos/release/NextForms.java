package org.consentledger.chaos.release;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** How the next release reads what this one wrote. What is in the event is the same; that it means the same, nobody else knows. */
@Configuration(proxyBeanMethods = false)
public class NextForms {

    @Bean
    EventUpcaster formOfThisRelease() {
        return new Upcaster();
    }

    private static final class Upcaster extends SingleEventUpcaster {

        private static final SimpleSerializedType BEFORE =
                new SimpleSerializedType(NextRelease.EVENT, Integer.toString(NextRelease.REVISION - 1));
        private static final SimpleSerializedType SINCE =
                new SimpleSerializedType(NextRelease.EVENT, Integer.toString(NextRelease.REVISION));

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(BEFORE);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(SINCE, JsonNode.class, json -> json);
        }
    }
}
