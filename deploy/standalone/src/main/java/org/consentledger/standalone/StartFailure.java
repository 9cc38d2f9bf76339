package org.consentledger.standalone;

import java.util.stream.Stream;

/** Why a service did not start, found in the pile of exceptions that a framework makes of it. */
final class StartFailure {

    private StartFailure() {}

    /** What the project itself says about it, if it does; otherwise the cause of all causes. */
    static String inOneLine(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause.getClass().getName().startsWith("org.consentledger."))
                .findFirst()
                .map(StartFailure::words)
                .orElseGet(() -> causes(failure)
                        .reduce((outer, inner) -> inner)
                        .map(StartFailure::words)
                        .orElseThrow());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String words(Throwable cause) {
        var message = String.valueOf(cause.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        // of a missing file, for one, the message is nothing but the path
        return message.contains(" ") ? message : cause.getClass().getSimpleName() + ": " + message;
    }
}
