package org.consentledger;

/** A wish to record something. It may be rejected; it carries everything its decision needs from the caller. */
public interface LedgerCommand {

    /** The stream whose history decides this command. */
    String streamId();
}
