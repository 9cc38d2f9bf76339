package org.consentledger.query.signin;

import org.jspecify.annotations.Nullable;

/**
 * What the page says on which people sign in.
 *
 * @param isOn whether a provider is configured
 * @param provider where they will be sent: the issuer's host
 * @param to where they want to go
 * @param purpose what they stated, if that was not good
 * @param purposeFault whether it was not
 * @param failure key of the sentence on why they did not get in; null if nothing failed
 */
record SignInPage(
        boolean isOn,
        String provider,
        String to,
        String purpose,
        boolean purposeFault,
        @Nullable String failure) {}
