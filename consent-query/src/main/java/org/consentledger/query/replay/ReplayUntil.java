package org.consentledger.query.replay;

/** How a form says where a replay ends. */
enum ReplayUntil {
    /** At the newest event. */
    NOW,
    /** At a position. */
    POSITION,
    /** At a moment of ledger time. */
    MOMENT
}
