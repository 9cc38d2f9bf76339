package org.consentledger.recipient;

import java.time.Instant;

/**
 * A safeguard of the recipient was withdrawn.
 *
 * @param withdrawnAt world time from which it is gone, UTC
 */
public record SafeguardWithdrawn(String recipient, SafeguardKind kind, String reference, Instant withdrawnAt)
        implements RecipientEvent {}
