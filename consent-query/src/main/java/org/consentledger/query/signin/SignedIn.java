package org.consentledger.query.signin;

import java.time.Instant;

/**
 * What the provider issued for somebody.
 *
 * @param expiresAt when the access token ends, UTC
 */
record SignedIn(String accessToken, String idToken, Instant expiresAt) {

    /** Not the tokens: with them anybody gets in. */
    @Override
    public String toString() {
        return "tokens until " + expiresAt;
    }
}
