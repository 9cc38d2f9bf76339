package org.consentledger.bench.staleness;

/**
 * What consent-query answered.
 *
 * @param position up to which its answer knew the ledger
 * @param at when the answer had come, microseconds of the machine's clock
 */
record Sighting(long position, long at) {}
