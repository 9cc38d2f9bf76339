package org.consentledger.query.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page says on which people sign in.
 *
 * @param lang of the page, BCP 47
 * @param isOn whether a provider is configured
 * @param provider where they will be sent: the issuer's host
 * @param to where they want to go
 * @param purpose what they stated, if that was not good
 * @param purposeFault what is wrong with that
 * @param failure key of the sentence on why they did not get in
 */
record SignInPage(
        String lang,
        boolean isOn,
        String provider,
        String to,
        String purpose,
        boolean purposeFault,
        @Nullable String failure) {

    static SignInPage of(String lang, boolean isOn, String provider, String to) {
        return new SignInPage(lang, isOn, provider, to, "", false, null);
    }

    SignInPage withPurpose(String stated) {
        return new SignInPage(lang, isOn, provider, to, stated, true, failure);
    }

    SignInPage with(Optional<SignInFailure> reason) {
        return new SignInPage(
                lang,
                isOn,
                provider,
                to,
                purpose,
                purposeFault,
                reason.map(SignInFailure::key).orElse(null));
    }
}
