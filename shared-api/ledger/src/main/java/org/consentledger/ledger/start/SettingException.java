package org.consentledger.ledger.start;

/** A setting is missing or wrong. The message is one sentence for the operator: what is wrong and what to do. */
public final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingException(String message) {
        super(message);
    }

    public SettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
