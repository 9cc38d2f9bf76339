package org.consentledger.query.webhook.sending;

/** Why a message did not arrive, as far as can be told. */
public enum Failure {
    /** The receiver's name has no address. */
    NO_ADDRESS,
    /** Its address is in a network that must not be reached. */
    ADDRESS_REFUSED,
    /** Nobody listens there, or the connection broke, or what came back was no HTTP. */
    CONNECTION_FAILED,
    /** Its certificate is not good, or it speaks no TLS that is. */
    TLS_FAILED,
    /** It did not answer in time. */
    TIMED_OUT,
    /** Nothing was sent, as the secret to sign it with cannot be decrypted: its key-encryption key is not at hand. */
    SECRET_UNREADABLE,
    /** Nothing was sent, as something failed in the ledger itself; its log says what. */
    LEDGER_FAILED,
    /** It answered with a status that is not 2xx. */
    ANSWERED
}
