package org.consentledger.recipient;

import java.time.Instant;

/**
 * A safeguard no longer stands.
 *
 * @param withdrawnAt world time from which it is gone, UTC
 */
public record WithdrawSafeguard(String recipient, SafeguardKind kind, String reference, Instant withdrawnAt)
        implements RecipientCommand {}
