package org.consentledger.chaos.call;

/** As whom a request is sent. */
public enum Caller {
    /** Sends commands. */
    WRITER,
    /** Reads everything. */
    AUDITOR,
    /** Watches and rebuilds. */
    OPERATOR
}
