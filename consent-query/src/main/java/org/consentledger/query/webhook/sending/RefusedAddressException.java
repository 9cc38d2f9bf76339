package org.consentledger.query.webhook.sending;

import java.net.UnknownHostException;

/** A receiver's address is in a network that must not be reached. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException() {
        super("the receiver's address must not be reached");
    }
}
