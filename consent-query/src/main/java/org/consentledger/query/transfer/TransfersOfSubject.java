package org.consentledger.query.transfer;

import java.util.List;

/**
 * What became of one subject's data.
 *
 * @param position how far the ledger was read
 * @param transfers in the order in which the ledger took them
 */
record TransfersOfSubject(String subject, String subjectId, long position, List<TransferView> transfers) {}
