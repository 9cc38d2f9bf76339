package org.consentledger.query.signin;

/**
 * Somebody on the way to the provider and back.
 *
 * @param state ties the answer to the browser that asked (RFC 6749, section 10.12)
 * @param nonce ties the ID token to it (OpenID Connect Core, section 3.1.2.1)
 * @param verifier ties the code to it (RFC 7636)
 * @param to where they want to go, local
 * @param redirectUri where the provider was told to answer
 */
record Attempt(String state, String nonce, String verifier, String to, String redirectUri) {

    /** Nothing that would let somebody in. */
    @Override
    public String toString() {
        return "an attempt to sign in";
    }
}
