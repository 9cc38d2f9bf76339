package org.consentledger.acceptance.console;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.ledger.FreePort;
import org.consentledger.standalone.provider.Person;
import org.consentledger.standalone.provider.Provider;
import org.consentledger.standalone.provider.ProviderSettings;
import org.consentledger.standalone.token.Issuer;
import org.consentledger.standalone.token.Role;

/**
 * A ledger with its console, the OpenID provider of {@code make run}, and a browser: one of each for all tests of the console, as
 * they are slow to start. What a test shows, it records first, under subjects of its own.
 */
public final class Desk implements AutoCloseable {

    static final String PURPOSE = "case 12";

    private final RunningLedger ledger;
    private final Provider provider;
    private final Chromium chromium;
    private final String issuer;
    private final List<Person> people;
    private final String signedIn;

    private Desk(RunningLedger ledger, Provider provider, Chromium chromium, String issuer, List<Person> people) {
        this.ledger = ledger;
        this.provider = provider;
        this.chromium = chromium;
        this.issuer = issuer;
        this.people = people;
        try (var visitor = Visitor.unknown(this)) {
            visitor.signIn(Role.AUDITOR);
            this.signedIn = visitor.storage();
        }
    }

    static Desk open() {
        var console = FreePort.find();
        var issuer = Issuer.with(
                new String(Issuer.newKey(), StandardCharsets.UTF_8),
                "http://localhost:" + FreePort.find(),
                Clock.systemUTC());
        var people = Person.ROLES.stream()
                .map(role -> new Person(role, new String(Person.newPassword(), StandardCharsets.US_ASCII).strip()))
                .toList();
        var url = URI.create("http://localhost:" + console);
        var provider = Provider.start(new ProviderSettings(
                issuer, ProviderSettings.LOOPBACK, URI.create(issuer.name()).getPort(), url, people, Issuer.LIFETIME));
        var ledger = RunningLedger.start(
                issuer,
                Map.of(
                        "server.port",
                        console,
                        "sign-in.client-id",
                        ProviderSettings.CLIENT,
                        "sign-in.url",
                        url.toString()));
        return new Desk(ledger, provider, Chromium.open(), issuer.name(), people);
    }

    /** What the console shows; tests send commands to it. */
    public RunningLedger ledger() {
        return ledger;
    }

    /** The address of one of the console's pages. */
    String at(String path) {
        return ledger.queries(path).toString();
    }

    /** The only hosts, with their ports, that a page may speak to. */
    boolean isOwn(String url) {
        return url.startsWith(at("/")) || url.startsWith(issuer + "/");
    }

    String issuer() {
        return issuer;
    }

    Browser browser() {
        return chromium.browser();
    }

    /** Cookies of an auditor who signed in. */
    String signedIn() {
        return signedIn;
    }

    String password(Role role) {
        return people.stream()
                .filter(person -> person.role() == role)
                .findFirst()
                .orElseThrow()
                .password();
    }

    @Override
    public void close() {
        chromium.close();
        ledger.close();
        provider.close();
    }
}
