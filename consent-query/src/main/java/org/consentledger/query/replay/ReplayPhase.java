package org.consentledger.query.replay;

/** What a running replay is doing, in this order. */
public enum ReplayPhase {
    /** Reads events, hashes them, and projects them. */
    READING(0, 0.75),
    /** Works out how each subject stood. */
    SUMMING(0.75, 0.15),
    /** Compares what it projected with the live projections. */
    COMPARING(0.9, 0.1);

    private final double begin;
    private final double share;

    ReplayPhase(double begin, double share) {
        this.begin = begin;
        this.share = share;
    }

    /**
     * How much of all the work is done.
     *
     * @param ofPhase how much of this phase is, 0 to 1
     * @return 0 to 1; how much each phase weighs is an estimate, and reading is most of it
     */
    double done(double ofPhase) {
        return begin + share * Math.clamp(ofPhase, 0, 1);
    }
}
