package org.consentledger.ledger.serial;

import org.axonframework.common.AxonException;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.consentledger.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Axon's Jackson serializer with the ledger's names instead of Java's, and with no way to load any class but those
 * listed and the framework's own tokens and metadata. An unknown type is an error: an event must not be skipped. What
 * cannot be read or written is named by its type alone, for it holds personal data. Of a subject's event only what stands
 * open is written here; {@link EventForm} writes all of it.
 */
public final class LedgerSerializer extends Jackson3Serializer {

    private static final String FRAMEWORK = "org.axonframework.";

    private final StoredTypes types;

    public LedgerSerializer(StoredTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LedgerJson::configure));
        this.types = types;
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        var open = object instanceof LedgerEvent event ? event.withoutPersonalData() : object;
        try {
            return super.serialize(open, expectedRepresentation);
        } catch (AxonException | JacksonException e) {
            throw withheld(e, "cannot be written: " + object.getClass().getName());
        }
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the framework's signature
    public <S, T> T deserialize(SerializedObject<S> stored) {
        try {
            return super.deserialize(stored);
        } catch (AxonException | JacksonException e) {
            throw withheld(e, "cannot be read: " + stored.getType().getName());
        }
    }

    @Override
    public Converter getConverter() {
        return new WithholdingConverter(super.getConverter());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class || type.getName().startsWith(FRAMEWORK)) {
            return super.typeForClass(type);
        }
        return types.of(type)
                .map(stored -> new SimpleSerializedType(stored.name(), Integer.toString(stored.revision())))
                .orElseThrow(() -> new SerializationException(type.getName() + " has no stored name"));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        var name = type.getName();
        if (SerializedType.emptyType().equals(type) || name.startsWith(FRAMEWORK)) {
            return super.classForType(type);
        }
        var stored = types.named(name)
                .orElseThrow(() -> new UnknownFormException("the event store holds an unknown type: " + name));
        if (!Integer.toString(stored.revision()).equals(type.getRevision())) {
            throw new UnknownFormException("revision " + type.getRevision() + " of " + name
                    + " was not brought up to revision " + stored.revision() + " by any upcaster");
        }
        return stored.type();
    }

    /** Jackson's messages quote what they are about, and every log prints the causes too: neither is passed on. */
    private static SerializationException withheld(RuntimeException failure, String what) {
        return failure instanceof SerializationException ours && ours.getCause() == null
                ? ours
                : new SerializationException("stored data " + what + " (reason withheld)");
    }
}
