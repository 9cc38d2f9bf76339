package org.consentledger.transfer;

import java.util.List;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/** What became of a transfer. */
public sealed interface TransferEvent extends SubjectEvent
        permits TransferPermitted, TransferRefused, TransferReported {

    Transfer transfer();

    DecidedOn decidedOn();

    /** The reasons of a refusal, or the findings of a report. */
    List<Reason> reasons();

    @Nullable Ground ground();

    Intent intent();

    /** The same transfer, asked or reported again, may be judged anew: the latest verdict stands. */
    @Override
    default Object about() {
        return new AboutTransfer(intent(), transfer());
    }

    @Override
    default PersonalData personalData() {
        return transfer().personalData();
    }

    @Override
    TransferEvent with(PersonalData personal);

    /** What a verdict or a report is about. */
    record AboutTransfer(Intent intent, Transfer transfer) {}

    /** What the rules said. */
    default TransferDecision decision() {
        var verdict = reasons().isEmpty() ? Verdict.PERMITTED : Verdict.REFUSED;
        return new TransferDecision(verdict, reasons(), ground());
    }
}
