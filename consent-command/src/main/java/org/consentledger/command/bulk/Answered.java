package org.consentledger.command.bulk;

import org.consentledger.http.problem.ProblemCode;

/**
 * A line's answer, ready to be written.
 *
 * @param position of the last event that the command recorded or repeats; -1 if there is none
 * @param json without the line's end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answered(int status, boolean replayed, long position, byte[] json) {

    private static final int NO_SUCCESS = 300;

    boolean accepted() {
        return status < NO_SUCCESS;
    }

    /** Whether it is not known what becomes of the line when it is sent again. */
    boolean unavailable() {
        return status == ProblemCode.UNAVAILABLE.status();
    }
}
