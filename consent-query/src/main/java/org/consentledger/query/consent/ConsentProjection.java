package org.consentledger.query.consent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.query.projection.Projection;
import org.consentledger.query.projection.Rows;
import org.consentledger.erasure.SubjectErased;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** What every subject said, fact by fact, and who the subjects are. */
@Component
public final class ConsentProjection implements Projection {

    /** The projection's name. */
    public static final String NAME = "consents";

    private final JdbcOperations jdbc;

    ConsentProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of("consent_fact", "objection_fact", "erasure_fact", "subject");
    }

    @Override
    public void project(List<RecordedEvent> batch, String schema) {
        var rows = new Batch(schema);
        batch.forEach(rows::add);
        rows.write();
    }

    /** Rows collected until they are written, one statement per table. */
    private final class Batch {

        private final String schema;
        private final List<FactRow.Consent> consents = new ArrayList<>();
        private final List<FactRow.Objection> objections = new ArrayList<>();
        private final List<FactRow.Erasure> erasures = new ArrayList<>();
        private final Map<String, FactRow.Subject> subjects = new LinkedHashMap<>();

        Batch(String schema) {
            this.schema = schema;
        }

        void add(RecordedEvent recorded) {
            var event = recorded.event();
            FactRows.subject(event).ifPresent(subject -> subjects.putIfAbsent(subject.subjectId(), subject));
            switch (event) {
                case ConsentEvent e -> FactRows.consent(recorded, e).ifPresent(consents::add);
                case ObjectionEvent e -> objections.add(FactRows.objection(recorded, e));
                case SubjectErased e -> {
                    // what was said before must be there to be erased, what is said later must stay
                    write();
                    erasures.add(FactRows.erasure(recorded, e));
                    forget(e);
                }
                default -> {}
            }
        }

        void write() {
            var rows = new Rows(jdbc, schema);
            rows.insert("consent_fact", consents);
            rows.insert("objection_fact", objections);
            rows.insert("erasure_fact", erasures);
            rows.insertNew("subject", List.copyOf(subjects.values()));
            consents.clear();
            objections.clear();
            erasures.clear();
            subjects.clear();
        }

        private void forget(SubjectErased event) {
            jdbc.update(
                    "DELETE FROM %s.subject WHERE subject_id = ?".formatted(schema),
                    event.subjectId().value());
        }
    }
}
