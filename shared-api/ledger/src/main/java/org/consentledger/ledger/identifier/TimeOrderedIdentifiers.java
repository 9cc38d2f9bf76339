package org.consentledger.ledger.identifier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * Names events by UUIDs of version 7 (RFC 9562, section 5.7): what is recorded at the same time stands together in the
 * index, and a commit touches one of its pages instead of one for each event. Axon finds it as a service.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
