package org.consentledger.ledger.serial;

import org.axonframework.common.AxonException;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import tools.jackson.core.JacksonException;

/** Converts as another does, and does not repeat what it could not read. */
record WithholdingConverter(Converter converter) implements Converter {

    @Override
    public boolean canConvert(Class<?> sourceType, Class<?> targetType) {
        return converter.canConvert(sourceType, targetType);
    }

    @Override
    @SuppressWarnings("NullAway") // Axon's converters take and give null
    public <T> T convert(Object original, Class<?> sourceType, Class<T> targetType) {
        try {
            return converter.convert(original, sourceType, targetType);
        } catch (AxonException | JacksonException e) {
            throw new SerializationException(
                    "stored data cannot be converted to " + targetType.getName() + " (reason withheld)");
        }
    }
}
