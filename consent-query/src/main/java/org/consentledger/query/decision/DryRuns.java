package org.consentledger.query.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.consentledger.Rejection;
import org.consentledger.WorldTime;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.consent.KnownTimeline;
import org.consentledger.query.consent.SubjectTimelines;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.subject.KnownSubject;
import org.consentledger.register.LegalRegister;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Explanation;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.TransferQuestion;
import org.consentledger.transfer.TransferRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the rules about a transfer that nobody has recorded, and records none. Enters the access, and keeps to the limits of the
 * reader's token.
 */
@Component
final class DryRuns {

    static final int CATEGORIES_MAX = 100;

    private static final String AS_OF = "asOf";

    private final SubjectTimelines timelines;
    private final CatalogueHistory catalogues;
    private final LegalRegister register;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    DryRuns(
            SubjectTimelines timelines,
            CatalogueHistory catalogues,
            LegalRegister register,
            AccessLog accesses,
            ReadYourWrites readYourWrites,
            Clock clock) {
        this.timelines = timelines;
        this.catalogues = catalogues;
        this.register = register;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    /**
     * What is asked of somebody.
     *
     * @param asOf world time of the transfer, UTC; null for now
     * @param minPosition up to which the ledger must have been read first; null for no matter
     */
    record Asked(
            String recipient,
            String purpose,
            List<String> categories,
            @Nullable Instant asOf,
            @Nullable Long minPosition) {}

    /**
     * What the rules say.
     *
     * @param cataloguePosition last event about a notice or a recipient that was known
     * @param position how far the ledger was read
     */
    record DryRun(KnownSubject subject, Explanation explanation, long cataloguePosition, long position) {}

    /** By upstream's reference. */
    DryRun of(String subject, Asked asked, Reader reader) {
        return decide(() -> timelines.of(subject, null), asked, reader);
    }

    /** By pseudonym. */
    DryRun of(SubjectId subject, Asked asked, Reader reader) {
        return decide(() -> timelines.of(subject, null), asked, reader);
    }

    private DryRun decide(Supplier<KnownTimeline> timeline, Asked asked, Reader reader) {
        var limits = reader.caller().limits();
        limits.requireRecipient(asked.recipient(), "recipient");
        limits.requirePurpose(asked.purpose(), "purpose");
        readYourWrites.await(asked.minPosition(), List.of(ConsentProjection.NAME));
        var now = clock.instant();
        var at = asked.asOf() == null ? now : asked.asOf();
        WorldTime.ahead(at, now, AS_OF).ifPresent(DryRuns::reject);
        var known = timeline.get();
        accesses.enter(reader, ReadOperation.DECISION, known.subject().id());
        var catalogue = catalogues.asOf(known.knowledge());
        var explanation = TransferRules.explain(
                new TransferQuestion(asked.recipient(), asked.purpose(), asked.categories(), Intent.AUTHORISE, at),
                known.timeline(),
                catalogue,
                register);
        return new DryRun(known.subject(), explanation, catalogue.position(), known.reached());
    }

    /** As record-transfer would; but here it is a parameter that is wrong, and not a field of a body. */
    private static void reject(Rejection rejection) {
        var fault = new Fault(null, AS_OF, null, rejection.code().name(), rejection.detail());
        throw new ProblemException(
                Problem.of(ProblemCode.of(rejection.code()), rejection.detail()).faults(List.of(fault)));
    }
}
