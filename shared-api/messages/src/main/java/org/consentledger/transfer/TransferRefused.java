package org.consentledger.transfer;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** A transfer was asked for and must not happen. */
public record TransferRefused(SubjectId subjectId, Transfer transfer, List<Reason> reasons, DecidedOn decidedOn)
        implements TransferEvent {

    public TransferRefused {
        reasons = List.copyOf(reasons);
    }

    @Override
    public @Nullable Ground ground() {
        return null;
    }

    @Override
    public Intent intent() {
        return Intent.AUTHORISE;
    }

    @Override
    public LedgerEvent fact() {
        return new TransferRefused(subjectId, transfer, reasons, DecidedOn.ANYTHING);
    }

    @Override
    public TransferRefused with(PersonalData personal) {
        return new TransferRefused(subjectId, transfer.with(personal), reasons, decidedOn);
    }
}
