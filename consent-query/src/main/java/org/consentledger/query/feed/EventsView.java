package org.consentledger.query.feed;

import java.util.List;

/**
 * A page of the ledger.
 *
 * @param position how far the ledger was read
 * @param events in order of position
 */
record EventsView(long position, List<EventView> events) {}
