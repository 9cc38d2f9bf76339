package org.consentledger.ledger.start;

import java.util.List;

/**
 * A table that is only ever added to.
 *
 * @param table schema and name, as SQL writes them
 * @param rows what its rows are called
 * @param denied privileges on it that a service's login must not have
 */
record Guarded(String table, String rows, List<String> denied) {

    static Guarded events(String... denied) {
        return new Guarded("ledger.event", "recorded events", List.of(denied));
    }

    static Guarded accesses(String... denied) {
        return new Guarded("access.entry", "entries of the access log", List.of(denied));
    }
}
