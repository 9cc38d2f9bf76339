package org.consentledger.query.transfer;

import java.util.List;

/**
 * What one recipient got or asked for.
 *
 * @param position how far the ledger was read
 * @param transfers in the order in which the ledger took them
 */
record TransfersToRecipient(String recipient, long position, List<TransferView> transfers) {}
