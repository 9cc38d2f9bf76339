package org.consentledger.command.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.consentledger.LedgerEvent;
import org.consentledger.command.desk.Answer;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.command.desk.Submission;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.recipient.RecipientRetired;

/** Remembers what was submitted and answers as told. */
final class RecordingDesk implements CommandDesk {

    static final UUID COMMAND_ID = UUID.fromString("00000000-0000-8000-8000-000000000001");
    static final Instant RECORDED_AT = Instant.parse("2026-11-23T10:00:00.123456Z");

    private final List<Submission> submissions = new ArrayList<>();
    private Function<Submission, Answer> answers = _ -> recorded();

    @Override
    public synchronized Answer submit(Submission submission) {
        submissions.add(submission);
        return answers.apply(submission);
    }

    synchronized void answering(Function<Submission, Answer> newAnswers) {
        submissions.clear();
        answers = newAnswers;
    }

    synchronized List<Submission> submissions() {
        return List.copyOf(submissions);
    }

    static Answer recorded() {
        return new Answer(COMMAND_ID, List.of(), List.of(event(6), event(7)), false);
    }

    static RecordedEvent event(long position) {
        return event(
                position,
                "RecipientRetired",
                new RecipientRetired("mailing-house", Instant.parse("2016-12-01T08:00:00Z")));
    }

    static RecordedEvent event(long position, String type, LedgerEvent event) {
        return new RecordedEvent(
                position, "event-" + position, "stream", "Stream", type, 1, RECORDED_AT, COMMAND_ID, "{}", event, null);
    }
}
