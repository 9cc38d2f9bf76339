package org.consentledger.query.replay;

import java.util.List;
import org.consentledger.query.replay.ReplayScope.Kind;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The replays that are known, and a form to start one.
 *
 * @param replays the newest first
 * @param subjectId for whom the form is filled in; null for nobody
 * @param head position of the newest event; -1 if there is none
 * @param recipients codes, for the form to suggest
 */
record ReplaysPage(List<ReplayView> replays, @Nullable SubjectId subjectId, long head, List<String> recipients) {

    ReplaysPage {
        replays = List.copyOf(replays);
        recipients = List.copyOf(recipients);
    }

    /** Whether something may have changed a moment later. */
    public boolean isUnderWay() {
        return replays.stream().anyMatch(replay -> !replay.state().isFinal());
    }

    public List<Kind> kinds() {
        return List.of(Kind.values());
    }

    /** What the form begins with. */
    public Kind kind() {
        return subjectId == null ? Kind.EVERYTHING : Kind.SUBJECT;
    }

    public List<ReplayUntil> untils() {
        return List.of(ReplayUntil.values());
    }

    /** Colour and shape of a state. */
    public String style(ReplayState state) {
        return ReplayPage.styleOf(state);
    }
}
