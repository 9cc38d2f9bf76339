package org.consentledger.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nobody uses at the moment, as the environment names them. They are below those that systems give to outgoing
 * connections, of which other tests have many.
 */
final class FreePorts {

    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 30_000;

    private FreePorts() {}

    static Map<String, String> environment() {
        var numbers = numbers(Port.values().length).iterator();
        var environment = new HashMap<String, String>();
        for (var port : Port.values()) {
            environment.put(port.name(), numbers.next().toString());
        }
        return environment;
    }

    private static Set<Integer> numbers(int count) {
        var numbers = new LinkedHashSet<Integer>();
        while (numbers.size() < count) {
            var number = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(number)) {
                numbers.add(socket.getLocalPort());
            } catch (IOException e) {
                // taken: another one
            }
        }
        return numbers;
    }
}
