package org.consentledger.query.signin;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consentledger.setting.SettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The console at its OpenID provider. An empty value counts as none.
 *
 * @param clientId the console's name there; without it nobody can sign in
 * @param clientSecret what proves that it is the console; none for a public client (RFC 6749, section 2.1)
 * @param scopes what it asks for, words separated by spaces
 * @param url origin at which browsers reach it, such as {@code https://ledger.example.com}; without it only browsers on this
 *     machine may sign in
 * @param resource names the ledger to providers that must be told what a token is for (RFC 8707)
 */
@ConfigurationProperties("sign-in")
record SignInProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("openid consent:read audit:read") String scopes,
        @DefaultValue("") String url,
        @DefaultValue("") String resource) {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s#]+");

    SignInProperties {
        var _ = PublicAddress.configured(url);
        if (clientId.isBlank() && !clientSecret.isBlank()) {
            throw new SettingException(
                    "LEDGER_CONSOLE_CLIENT_SECRET is set, but LEDGER_CONSOLE_CLIENT_ID is not: set both,"
                            + " the identifier alone, or neither.");
        }
        if (!resource.isBlank() && !ABSOLUTE.matcher(resource).matches()) {
            throw new SettingException(
                    "LEDGER_CONSOLE_RESOURCE is no absolute URI without a fragment (RFC 8707, section 2),"
                            + " such as https://ledger.example.com.");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SignInProperties[" + clientId + "]";
    }

    boolean isOn() {
        return !clientId.isBlank();
    }

    List<String> scopeList() {
        return Stream.of(scopes.strip().split("\\s+")).toList();
    }
}
