package org.consentledger.subject;

import org.consentledger.LedgerCommand;

/** A command about one person, decided on that person's stream. */
public interface SubjectCommand extends LedgerCommand {

    SubjectId subjectId();

    @Override
    default String streamId() {
        return subjectId().value();
    }
}
