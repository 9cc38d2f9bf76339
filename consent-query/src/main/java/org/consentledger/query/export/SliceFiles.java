package org.consentledger.query.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.StreamedAnswer;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers with a slice as a file, to programs and to browsers alike. */
@Component
class SliceFiles {

    private final SliceExport export;
    private final StreamedAnswer answer;
    private final SubjectFilter subjects;
    private final AccessLog accesses;

    SliceFiles(SliceExport export, StreamedAnswer answer, SubjectFilter subjects, AccessLog accesses) {
        this.export = export;
        this.answer = answer;
        this.subjects = subjects;
        this.accesses = accesses;
    }

    /**
     * Whose events a slice is of; null for everybody's. All that the ledger holds of one person is an access to that person,
     * whether they were named by reference or by pseudonym.
     *
     * @throws ProblemException if both are given: 422
     */
    @Nullable SubjectId subject(@Nullable String subject, @Nullable SubjectId subjectId, Reader reader) {
        var who = subjects.of(subject, subjectId);
        if (who != null) {
            accesses.enter(
                    reader,
                    ReadOperation.EXPORT_OF_EVENTS,
                    subject == null ? who.value() : subjects.known(subject).legibleId());
        }
        return who;
    }

    /**
     * Streams all of it.
     *
     * @param minPosition waits for a checkpoint that covers it; null for the newest there is
     * @throws IOException if the caller has gone
     */
    void answer(
            Slice slice,
            SliceForm form,
            @Nullable Long minPosition,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(form.fileName())
                        .build()
                        .toString());
        answer.export(form.type(), out -> export.write(slice, form, minPosition, out), request, response);
    }
}
