package org.consentledger.query.feed;

import java.util.List;

/**
 * A page of the ledger.
 *
 * @param position how far the ledger was read: whoever goes on after it misses nothing
 * @param events in order of position
 */
record EventsView(long position, List<CloudEvent> events) {}
