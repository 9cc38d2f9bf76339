package org.consentledger.ledger.coalescing;

import org.springframework.dao.TransientDataAccessResourceException;

/** More is asked of the database than it answers in time; the same may be asked again later. */
public final class OverloadedException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    OverloadedException(String message) {
        super(message);
    }
}
