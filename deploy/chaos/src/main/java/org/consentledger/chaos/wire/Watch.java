package org.consentledger.chaos.wire;

/** Looks at the requests of one connection for one whose answer the trap is set for. */
public abstract class Watch {

    private final AnswerTrap trap;
    private volatile boolean isClaimed;
    private volatile boolean isCaught;

    Watch(AnswerTrap trap) {
        this.trap = trap;
    }

    /** Watches for any request at all. */
    public static Watch forAnything(AnswerTrap trap) {
        return new Watch(trap) {
            @Override
            boolean isOfInterest(byte[] bytes, int count) {
                return true;
            }
        };
    }

    /** Watches a connection to PostgreSQL for appends. */
    public static Watch forAppends(AnswerTrap trap) {
        return new AppendWatch(trap);
    }

    /** Sees bytes on their way to the server, in order; called by one thread. */
    final void request(byte[] bytes, int count) {
        if (isOfInterest(bytes, count) && !isClaimed) {
            isClaimed = trap.claims();
        }
    }

    /** Whether a request of the kind that is watched for begins or goes on with these bytes. Sees all there are. */
    abstract boolean isOfInterest(byte[] bytes, int count);

    /** Sees the server say something: true if that is caught, to be dropped, and the connection to be cut. */
    final boolean catchesAnswer() {
        if (isClaimed) {
            isCaught = true;
            trap.caughtOne();
        }
        return isClaimed;
    }

    /** The connection has ended; an answer that never came is left for another one. */
    final void ended() {
        if (isClaimed && !isCaught) {
            isCaught = true;
            trap.giveBack();
        }
    }
}
