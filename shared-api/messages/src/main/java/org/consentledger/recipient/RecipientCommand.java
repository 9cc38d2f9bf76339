package org.consentledger.recipient;

import org.consentledger.LedgerCommand;

/** A command about one recipient. */
public sealed interface RecipientCommand extends LedgerCommand
        permits RegisterRecipient, RecordSafeguard, WithdrawSafeguard, RetireRecipient {

    String recipient();

    @Override
    default String streamId() {
        return Recipient.streamId(recipient());
    }
}
