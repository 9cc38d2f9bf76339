package org.consentledger.transfer;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;

/** A transfer was asked for and may go ahead. */
public record TransferPermitted(SubjectId subjectId, Transfer transfer, Ground ground, DecidedOn decidedOn)
        implements TransferEvent {

    @Override
    public List<Reason> reasons() {
        return List.of();
    }

    @Override
    public Intent intent() {
        return Intent.AUTHORISE;
    }

    @Override
    public LedgerEvent fact() {
        return new TransferPermitted(subjectId, transfer, ground, DecidedOn.ANYTHING);
    }

    @Override
    public TransferPermitted with(PersonalData personal) {
        return new TransferPermitted(subjectId, transfer.with(personal), ground, decidedOn);
    }
}
