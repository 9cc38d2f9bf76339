package org.consentledger.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Runs one Kafka broker that is its own controller (KRaft), on this machine alone: to try things on, and to be killed. Without
 * encryption or sign-in, and with one copy of everything.
 */
public final class Broker {

    private static final int ARGUMENTS = 3;
    private static final int WRONG_CALL = 2;
    private static final String ADDRESS = "127.0.0.1";

    /** Any will do, as long as it is the same at each start on the same folder. */
    private static final String CLUSTER = "Y29uc2VudC1sZWRnZXItMQ";

    private Broker() {}

    /**
     * Runs until it is killed or told to stop.
     *
     * @param arguments the folder that holds all it keeps, made if it is not there; the port for clients; another one for itself
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            System.err.println("say a folder, a port for clients and a port for the controller");
            System.exit(WRONG_CALL);
        }
        var folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
        var file = folder.resolve("broker.properties").toString();
        try (var out = Files.newBufferedWriter(Path.of(file))) {
            properties(folder, arguments[1], arguments[2]).store(out, null);
        }
        var status = StorageTool.execute(
                new String[] {"format", "--ignore-formatted", "--cluster-id", CLUSTER, "--config", file}, System.out);
        if (status != 0) {
            System.exit(status);
        }
        Kafka.main(new String[] {file});
    }

    private static Properties properties(Path folder, String port, String controllerPort) {
        var properties = new TreeMap<String, String>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", "1");
        properties.put("controller.quorum.voters", "1@" + ADDRESS + ":" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put(
                "listeners", "PLAINTEXT://" + ADDRESS + ":" + port + ",CONTROLLER://" + ADDRESS + ":" + controllerPort);
        properties.put("log.dirs", folder.resolve("data").toString());
        properties.put("auto.create.topics.enable", "false");
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.put(topic + ".replication.factor", "1");
            properties.put(topic + ".num.partitions", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        var all = new Properties();
        all.putAll(properties);
        return all;
    }
}
