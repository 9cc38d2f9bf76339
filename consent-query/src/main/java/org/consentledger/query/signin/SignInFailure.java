package org.consentledger.query.signin;

import java.util.Locale;

/** Why somebody did not get in, as far as they can do something about it. */
enum SignInFailure {
    /** The answer belongs to no attempt of this browser, or to one of too long ago. */
    UNKNOWN_ATTEMPT(400),
    /** The provider said no, or they did. */
    DENIED(403),
    /** What the provider answered does not hold: code, ID token, nonce. */
    NOT_PROVEN(502),
    /** The access token is not for this ledger. */
    TOKEN_NOT_ACCEPTED(502),
    /** Browsers would not keep it. */
    TOKEN_TOO_LARGE(502),
    /** The provider cannot be reached. */
    PROVIDER_AWAY(503),
    /** The request came by an address that the console has not been told of. */
    ADDRESS_UNKNOWN(503),
    /** No provider is configured. */
    OFF(503);

    private final int status;

    SignInFailure(int status) {
        this.status = status;
    }

    /** HTTP status of the page that tells it. */
    int status() {
        return status;
    }

    /** Key of the sentence that tells it. */
    String key() {
        return "signin.failure." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
