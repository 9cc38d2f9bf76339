package org.consentledger.recipient;

import java.time.Instant;
import org.consentledger.Outcome;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.WorldTime;
import org.consentledger.register.LegalRegister;
import org.jspecify.annotations.Nullable;

/** How recipients come, change and go. The same command again says the same fact; a contradiction is a conflict. */
public final class RecipientRules {

    private RecipientRules() {}

    /**
     * What to record of a command about a recipient.
     *
     * @param known the recipient so far; null if there is none
     * @param now the ledger's clock, UTC
     */
    public static Outcome<RecipientEvent> decide(
            RecipientCommand command, @Nullable Recipient known, LegalRegister register, Instant now) {
        if (command instanceof RegisterRecipient registration) {
            return register(registration, known);
        }
        if (known == null) {
            return Outcome.rejected(
                    RejectionCode.RECIPIENT_UNKNOWN,
                    "/recipient",
                    "no recipient " + command.recipient() + " is registered");
        }
        return switch (command) {
            case RegisterRecipient c -> register(c, known);
            case RecordSafeguard c -> record(c, known, register);
            case WithdrawSafeguard c -> withdraw(c, known, now);
            case RetireRecipient c -> retire(c, known, now);
        };
    }

    private static Outcome<RecipientEvent> register(RegisterRecipient command, @Nullable Recipient known) {
        if (known == null) {
            return Outcome.accepted(registered(command));
        }
        var same = known.name().equals(command.name())
                && known.recipientClass() == command.recipientClass()
                && known.country().equals(command.country());
        if (same) {
            return Outcome.accepted(registered(command));
        }
        return Outcome.rejected(
                RejectionCode.RECIPIENT_CONFLICT,
                "/recipient",
                "recipient " + command.recipient() + " is registered with other content; use another code");
    }

    private static RecipientEvent registered(RegisterRecipient command) {
        return new RecipientRegistered(
                command.recipient(), command.name(), command.recipientClass(), command.country());
    }

    private static Outcome<RecipientEvent> record(RecordSafeguard command, Recipient known, LegalRegister register) {
        var safeguard = command.safeguard();
        var existing = known.safeguard(safeguard.kind(), safeguard.reference());
        if (existing.isPresent()) {
            return existing.get().asRecorded().equals(safeguard)
                    ? Outcome.accepted(new SafeguardRecorded(command.recipient(), safeguard))
                    : Outcome.rejected(
                            RejectionCode.SAFEGUARD_CONFLICT,
                            "/reference",
                            "a safeguard of that kind and reference is recorded with other content");
        }
        if (known.retiredAt() != null) {
            return retired(known);
        }
        var validUntil = safeguard.validUntil();
        if (validUntil != null && !validUntil.isAfter(safeguard.validFrom())) {
            return Outcome.rejected(
                    RejectionCode.VALIDITY_ENDS_BEFORE_IT_BEGINS,
                    "/validUntil",
                    "the validity must end after it begins");
        }
        var unsupported = unsupported(safeguard, known, register);
        return unsupported == null
                ? Outcome.accepted(new SafeguardRecorded(command.recipient(), safeguard))
                : new Outcome.Rejected<>(unsupported);
    }

    /** A certification needs its framework, an adequacy its decision: without one the claim means nothing. */
    private static @Nullable Rejection unsupported(Safeguard safeguard, Recipient recipient, LegalRegister register) {
        return switch (safeguard.kind()) {
            case CERTIFICATION ->
                register.framework(safeguard.framework(), recipient.country()).isPresent()
                        ? null
                        : new Rejection(
                                RejectionCode.FRAMEWORK_UNKNOWN,
                                "/framework",
                                "the legal register has no such framework for " + recipient.country());
            case ADEQUACY ->
                register.adequacyDecisions(recipient.country()).isEmpty()
                        ? new Rejection(
                                RejectionCode.ADEQUACY_DECISION_UNKNOWN,
                                "/kind",
                                "the legal register has no adequacy decision for " + recipient.country())
                        : null;
            case STANDARD_CLAUSES, BINDING_CORPORATE_RULES -> null;
        };
    }

    private static Outcome<RecipientEvent> withdraw(WithdrawSafeguard command, Recipient known, Instant now) {
        var ahead = WorldTime.ahead(command.withdrawnAt(), now, "/withdrawnAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        var safeguard = known.safeguard(command.kind(), command.reference());
        if (safeguard.isEmpty()) {
            return Outcome.rejected(
                    RejectionCode.SAFEGUARD_UNKNOWN,
                    "/reference",
                    "recipient " + command.recipient() + " has no safeguard of that kind and reference");
        }
        var withdrawnAt = safeguard.get().withdrawnAt();
        return withdrawnAt == null || withdrawnAt.equals(command.withdrawnAt())
                ? Outcome.accepted(new SafeguardWithdrawn(
                        command.recipient(), command.kind(), command.reference(), command.withdrawnAt()))
                : Outcome.rejected(
                        RejectionCode.ALREADY_WITHDRAWN,
                        "/withdrawnAt",
                        "the safeguard was withdrawn at " + withdrawnAt);
    }

    private static Outcome<RecipientEvent> retire(RetireRecipient command, Recipient known, Instant now) {
        var ahead = WorldTime.ahead(command.retiredAt(), now, "/retiredAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        var retiredAt = known.retiredAt();
        return retiredAt == null || retiredAt.equals(command.retiredAt())
                ? Outcome.accepted(new RecipientRetired(command.recipient(), command.retiredAt()))
                : retired(known);
    }

    private static Outcome<RecipientEvent> retired(Recipient known) {
        return Outcome.rejected(
                RejectionCode.RECIPIENT_IS_RETIRED,
                "/recipient",
                "recipient " + known.recipient() + " was retired at " + known.retiredAt());
    }
}
