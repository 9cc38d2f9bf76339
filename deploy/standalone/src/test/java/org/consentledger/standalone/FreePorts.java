package org.consentledger.standalone;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Ports that nobody uses at the moment, as the environment names them. */
final class FreePorts {

    private FreePorts() {}

    static Map<String, String> environment() throws IOException {
        var numbers = numbers(Port.values().length).iterator();
        var environment = new HashMap<String, String>();
        for (var port : Port.values()) {
            environment.put(port.name(), numbers.next().toString());
        }
        return environment;
    }

    private static Set<Integer> numbers(int count) throws IOException {
        var numbers = new LinkedHashSet<Integer>();
        while (numbers.size() < count) {
            try (var socket = new ServerSocket(0)) {
                numbers.add(socket.getLocalPort());
            }
        }
        return numbers;
    }
}
