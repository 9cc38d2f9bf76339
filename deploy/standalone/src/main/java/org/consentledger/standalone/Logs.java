package org.consentledger.standalone;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the services' log goes: all of it into a file, warnings and errors to the console too. Configured here once,
 * because two applications in one process would each configure, and on their end close, the same logging.
 */
final class Logs {

    private static final String CONSOLE = "console";
    private static final String FILE = "ledger.log";

    private Logs() {}

    /** To be called before anything is logged. */
    static void into(Path file) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("logback.configurationFile", "standalone-logback.xml");
        System.setProperty(FILE, file.toString());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** Keeps in the file, for whoever looks for the cause, what the console told in one line. */
    static void keep(String message, @Nullable Throwable cause) {
        if (System.getProperty(FILE) != null) {
            LoggerFactory.getLogger(Logs.class).error(message, cause);
        }
    }

    /** Leaves the console to others: on the way out, everything that complains is only in the file. */
    static void quiet() {
        if (System.getProperty(FILE) != null && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(CONSOLE);
        }
    }
}
