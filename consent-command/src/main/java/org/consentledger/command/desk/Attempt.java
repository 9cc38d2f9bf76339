package org.consentledger.command.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.MetaData;
import org.consentledger.LedgerCommand;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reading.RecordedCommand;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.ledger.trace.TraceParent;

/**
 * One attempt at a command: who it is about is found out anew each time.
 *
 * @param identity under which it is recorded
 * @param requestSha256 digest of what was asked, in hexadecimal
 */
record Attempt(LedgerCommand command, Optional<Subject> subject, CommandIdentity identity, String requestSha256) {

    static Attempt at(Submission submission, UUID commandId, Subjects subjects) {
        var resolution = new Resolution(subjects);
        var command = submission.payload().apply(resolution);
        var subject = resolution.subjectOf(command);
        var requestSha256 = submission.requestSha256();
        var identity = new CommandIdentity(
                commandId, submission.command(), submission.clientId(), recorded(requestSha256, subject));
        return new Attempt(command, subject, identity, requestSha256);
    }

    /** A plain digest of a request with personal data in it would confirm a guess at them after an erasure. */
    private static String recorded(String requestSha256, Optional<Subject> about) {
        return about.map(subject -> subject.isErased() ? "" : keyed(requestSha256, subject.knownKey()))
                .orElse(requestSha256);
    }

    private static String keyed(String requestSha256, SubjectKey key) {
        return HexFormat.of().formatHex(key.digest("request", requestSha256.getBytes(UTF_8)));
    }

    CommandMessage<LedgerCommand> message() {
        return new GenericCommandMessage<>(
                command,
                identity.toMetaData()
                        .mergedWith(subject.map(Subject::toMetaData).orElseGet(MetaData::emptyInstance))
                        .mergedWith(TraceParent.current()
                                .map(TraceParent::toMetaData)
                                .orElseGet(MetaData::emptyInstance)));
    }

    /**
     * Whether what was recorded asked the same; an earlier release recorded the plain digest. Of somebody erased nothing is
     * left to tell one request from another: the same command about the same person is taken for the same request.
     *
     * @param about whom what was recorded is about; empty if it is about nobody
     */
    boolean asksTheSameAs(RecordedCommand first, Optional<Subject> about) {
        if (about.filter(Subject::isErased).isPresent()) {
            return first.command().equals(identity.command()) && isAbout(about.get());
        }
        return first.requestSha256().equals(recorded(requestSha256, about))
                || first.requestSha256().equals(requestSha256);
    }

    private boolean isAbout(Subject erased) {
        return erased.lookup() != null
                && subject.map(Subject::lookup).filter(erased.lookup()::equals).isPresent();
    }
}
