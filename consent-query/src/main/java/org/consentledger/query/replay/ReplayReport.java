package org.consentledger.query.replay;

/**
 * What a replay found.
 *
 * @param verification whether the events are those that were signed
 * @param state what follows from them
 * @param comparison what the live projections say otherwise
 */
public record ReplayReport(ReplayVerification verification, ReplayedState state, ReplayComparison comparison) {}
