package org.consentledger.transfer;

import java.util.Collection;
import java.util.List;

/**
 * What one rule says of a transfer, and on what that rests.
 *
 * @param reasons what it finds against the transfer, in the order of {@link Reason}; empty unless it is broken
 * @param circumstances what it looked at
 */
public record Finding(Rule rule, Answer answer, List<Reason> reasons, List<Circumstance> circumstances) {

    /** How a rule stands to a transfer. */
    public enum Answer {
        HOLDS,
        BROKEN,
        /** The rule has nothing to say: what it asks for is not demanded here, or what it judges is not known. */
        NOT_CONCERNED
    }

    public Finding {
        reasons = List.copyOf(reasons);
        circumstances = List.copyOf(circumstances);
    }

    static Finding of(Rule rule, Collection<Reason> against, Circumstance... circumstances) {
        return new Finding(
                rule,
                against.isEmpty() ? Answer.HOLDS : Answer.BROKEN,
                against.stream().sorted().toList(),
                List.of(circumstances));
    }

    static Finding notConcerned(Rule rule, Circumstance... circumstances) {
        return new Finding(rule, Answer.NOT_CONCERNED, List.of(), List.of(circumstances));
    }

    /** The circumstances of one kind. */
    public <C extends Circumstance> List<C> circumstances(Class<C> kind) {
        return circumstances.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
