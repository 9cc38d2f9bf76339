package org.consentledger.chaos.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Watches a connection to PostgreSQL for calls of {@code ledger.append}. Such a call is one round trip in which PostgreSQL
 * also commits, and it says nothing before that: when its answer begins to come, the commit is done.
 */
final class AppendWatch extends Watch {

    private static final String CALL = "ledger.append(";
    private static final char PARSE = 'P';
    private static final char BIND = 'B';

    private final FrontendMessages messages = new FrontendMessages(this::see);
    /** Prepared statements that are calls, by name; one without a name is prepared anew for each use. */
    private final Set<String> calls = new HashSet<>();

    private boolean isCalled;

    AppendWatch(AnswerTrap trap) {
        super(trap);
    }

    @Override
    boolean isOfInterest(byte[] bytes, int count) {
        isCalled = false;
        messages.feed(bytes, count);
        return isCalled;
    }

    private void see(char type, byte[] body) {
        switch (type) {
            case PARSE -> {
                var name = text(body, 0);
                if (text(body, end(body, 0) + 1).contains(CALL)) {
                    calls.add(name);
                } else {
                    calls.remove(name);
                }
            }
            case BIND -> isCalled = isCalled || calls.contains(text(body, end(body, 0) + 1));
            default -> {}
        }
    }

    private static String text(byte[] body, int from) {
        return new String(body, from, end(body, from) - from, StandardCharsets.UTF_8);
    }

    /** Where the zero byte is that ends a text. */
    private static int end(byte[] body, int from) {
        var end = from;
        while (body[end] != 0) {
            end++;
        }
        return end;
    }
}
