package org.consentledger.command.desk;

/** An idempotency key came back with another request; nothing was recorded. */
public final class IdempotencyKeyReusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdempotencyKeyReusedException() {
        super("the idempotency key belongs to another request");
    }
}
