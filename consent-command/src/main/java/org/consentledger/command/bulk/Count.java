package org.consentledger.command.bulk;

/**
 * How far a stream is.
 *
 * @param lines answered in this stream
 * @param accepted those answered with a status of 2xx
 * @param replayed those of them that were the first answer to a key again
 * @param rejected those answered with a problem
 * @param position highest that was answered; -1 if there is none
 */
record Count(long lines, long accepted, long replayed, long rejected, long position) {

    static final Count NONE = new Count(0, 0, 0, 0, -1);

    Count and(Answered answer) {
        return new Count(
                lines + 1,
                accepted + (answer.accepted() ? 1 : 0),
                replayed + (answer.accepted() && answer.replayed() ? 1 : 0),
                rejected + (answer.accepted() ? 0 : 1),
                Math.max(position, answer.position()));
    }
}
