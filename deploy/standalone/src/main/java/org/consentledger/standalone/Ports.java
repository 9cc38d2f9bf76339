package org.consentledger.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.consentledger.standalone.scenario.Credentials;
import org.consentledger.standalone.scenario.LedgerClient;

/** Which number each port has; no number twice. */
record Ports(Map<Port, Integer> numbers) {

    private static final int HIGHEST = 65_535;
    private static final int OUT_OF_THE_WAY = 10_000;

    Ports {
        numbers = Map.copyOf(numbers);
    }

    /** @throws StartRefusedException if a value is no port, or two ports are the same */
    static Ports of(Map<String, String> environment) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var number = number(port, environment.getOrDefault(port.name(), ""));
            numbers.forEach((other, taken) -> {
                if (taken == number) {
                    throw StartRefusedException.wrongCall(
                            other + " and " + port + " are both " + number + ": give each a port of its own");
                }
            });
            numbers.put(port, number);
        }
        return new Ports(numbers);
    }

    private static int number(Port port, String value) {
        if (value.isEmpty()) {
            return port.usual();
        }
        try {
            var number = Integer.parseInt(value);
            if (number >= 1 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that are no ports
        }
        throw StartRefusedException.wrongCall(port + "=" + value + " is no port: set it to a number from 1 to "
                + HIGHEST + ", or leave it out for " + port.usual());
    }

    int of(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** A client of the services on these ports of this machine. */
    LedgerClient client(Credentials credentials) {
        return new LedgerClient(at(Port.COMMAND_PORT), at(Port.QUERY_PORT), credentials);
    }

    /** Where to reach what listens on a port, from this machine. */
    URI at(Port port) {
        return URI.create("http://localhost:" + of(port));
    }

    /** Who issues the tokens of a ledger on these ports: the address at which it answers, too. */
    String issuer() {
        return at(Port.ISSUER_PORT).toString();
    }

    Set<Integer> all() {
        return Set.copyOf(numbers.values());
    }

    /**
     * Asks the machine for every port before anything is started.
     *
     * @throws StartRefusedException if one is taken or not for this user
     */
    void checkFree() {
        for (var port : new TreeSet<>(numbers.keySet())) {
            var number = of(port);
            try {
                open(number);
            } catch (IOException e) {
                var elsewhere = number + OUT_OF_THE_WAY <= HIGHEST ? number + OUT_OF_THE_WAY : port.usual();
                throw StartRefusedException.because(
                        "port " + number + " (" + port + ") " + trouble(e) + ", or choose another: " + port + "="
                                + elsewhere + " make run",
                        e);
            }
        }
    }

    /** On every address: a program on another one than ours would answer for us to some callers. */
    private static void open(int number) throws IOException {
        new ServerSocket(number).close();
    }

    private static String trouble(IOException e) {
        var isForbidden = String.valueOf(e.getMessage()).contains("Permission denied");
        return isForbidden
                ? "is not for ordinary users: run as one who may use it"
                : "is taken by another program: stop that program";
    }
}
