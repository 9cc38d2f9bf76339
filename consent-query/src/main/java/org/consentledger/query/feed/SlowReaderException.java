package org.consentledger.query.feed;

import java.io.IOException;

/** The caller takes so little that the place is needed for others. */
final class SlowReaderException extends IOException {

    private static final long serialVersionUID = 1L;

    SlowReaderException() {
        super("the caller did not take it in time");
    }
}
