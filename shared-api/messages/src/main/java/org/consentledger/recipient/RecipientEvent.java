package org.consentledger.recipient;

import org.consentledger.LedgerEvent;

/** Something that happened to one recipient. */
public sealed interface RecipientEvent extends LedgerEvent
        permits RecipientRegistered, SafeguardRecorded, SafeguardWithdrawn, RecipientRetired {

    String recipient();
}
