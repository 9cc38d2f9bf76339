package org.consentledger.transfer;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A transfer had happened and was reported.
 *
 * @param findings what the rules find wrong with it; empty if nothing
 * @param ground why it was legitimate; null if it was not
 */
public record TransferReported(
        SubjectId subjectId,
        Transfer transfer,
        List<Reason> findings,
        @Nullable Ground ground,
        DecidedOn decidedOn) implements TransferEvent {

    public TransferReported {
        findings = List.copyOf(findings);
    }

    @Override
    public List<Reason> reasons() {
        return findings;
    }

    @Override
    public Intent intent() {
        return Intent.REPORT;
    }

    @Override
    public LedgerEvent fact() {
        return new TransferReported(subjectId, transfer, findings, ground, DecidedOn.ANYTHING);
    }

    @Override
    public TransferReported with(PersonalData personal) {
        return new TransferReported(subjectId, transfer.with(personal), findings, ground, decidedOn);
    }
}
