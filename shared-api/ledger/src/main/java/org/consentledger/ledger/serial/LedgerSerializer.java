package org.consentledger.ledger.serial;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's Jackson serializer with the ledger's names instead of Java's, and with no way to load any class but those
 * listed and the framework's own tokens and metadata. An unknown type is an error: an event must not be skipped.
 */
public final class LedgerSerializer extends Jackson3Serializer {

    private static final String FRAMEWORK = "org.axonframework.";

    private final StoredTypes types;

    public LedgerSerializer(StoredTypes types) {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LedgerJson::configure));
        this.types = types;
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
                .orElseThrow(() -> new SerializationException("the event store holds an unknown type: " + name));
        if (!Integer.toString(stored.revision()).equals(type.getRevision())) {
            throw new SerializationException("revision " + type.getRevision() + " of " + name
                    + " was not brought up to revision " + stored.revision() + " by any upcaster");
        }
        return stored.type();
    }
}
