package org.consentledger.query.history;

import java.util.List;
import org.consentledger.query.feed.EventView;

/**
 * Everything the ledger holds of one subject.
 *
 * @param position how far the ledger was read
 * @param events in order of position
 */
record HistoryView(String subject, String subjectId, long position, List<EventView> events) {}
