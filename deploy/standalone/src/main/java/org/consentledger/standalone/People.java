package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.standalone.provider.Person;
import org.consentledger.standalone.provider.Provider;
import org.consentledger.standalone.provider.ProviderSettings;
import org.consentledger.standalone.token.Issuer;
import org.consentledger.standalone.token.Role;

/** Who may sign in to the console, and where they do. */
final class People {

    private People() {}

    /**
     * The running provider that knows them by the passwords in the data folder.
     *
     * @param address on which it listens
     * @throws StartRefusedException if it does not start
     */
    static Provider provider(Issuer issuer, DataFolder folder, String address, Ports ports) {
        var people = Person.ROLES.stream()
                .map(role -> new Person(role, read(folder.personPassword(role).path())))
                .toList();
        try {
            return Provider.start(new ProviderSettings(
                    issuer, address, ports.of(Port.ISSUER_PORT), ports.at(Port.QUERY_PORT), people, Issuer.LIFETIME));
        } catch (RuntimeException e) {
            throw StartRefusedException.because(StartFailure.inOneLine(e), e);
        }
    }

    /** @throws StartRefusedException if there is none there */
    static String password(Path data, Role role) {
        return read(DataFolder.personPasswordIn(data, role));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw StartRefusedException.because(file + " cannot be read (" + e + "): remove it, and start again", e);
        }
    }
}
