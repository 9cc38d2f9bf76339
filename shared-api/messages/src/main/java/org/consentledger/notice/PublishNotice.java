package org.consentledger.notice;

import org.consentledger.LedgerCommand;

/** The controller publishes a version of its statement. */
public record PublishNotice(Notice notice) implements LedgerCommand {

    @Override
    public String streamId() {
        return Notice.streamId(notice.notice());
    }
}
