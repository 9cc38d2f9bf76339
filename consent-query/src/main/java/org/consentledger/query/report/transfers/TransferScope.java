package org.consentledger.query.report.transfers;

import java.util.Set;
import org.consentledger.query.report.period.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers to count.
 *
 * @param period of their world time
 * @param recipient none but to this one; null for all
 * @param purposes none but for these; null for all
 * @param onlySent none that was refused
 * @param position none that was recorded later
 */
public record TransferScope(
        Period period, @Nullable String recipient, @Nullable Set<String> purposes, boolean onlySent, long position) {}
