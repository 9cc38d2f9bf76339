package org.consentledger.standalone.provider;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.consentledger.standalone.token.Issuer;

/**
 * What the provider is told.
 *
 * @param issuer in whose name it signs
 * @param address on which it listens; passwords and codes cross the network behind it in clear
 * @param port on which it listens; 0 for any
 * @param console where the console is reached: its origin
 * @param tokenLifetime how long an access token of somebody who signed in is good
 */
public record ProviderSettings(
        Issuer issuer, String address, int port, URI console, List<Person> people, Duration tokenLifetime) {

    /** This machine alone. */
    public static final String LOOPBACK = "127.0.0.1";

    /** The console's name at the provider: the client of its tokens. */
    public static final String CLIENT = "console";

    public ProviderSettings {
        people = List.copyOf(people);
    }

    /** Where the provider sends whoever has signed in. */
    String redirectUri() {
        return console + "/sign-in/callback";
    }

    /** Where it sends whoever has signed out. */
    String signedOutUri() {
        return console + "/sign-in";
    }
}
