package org.consentledger.query.consent;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.query.projection.Projection;
import org.consentledger.query.projection.Rows;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** What every subject said, fact by fact. Nothing of it is personal. */
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
        return List.of("consent_fact", "objection_fact", "erasure_fact");
    }

    @Override
    public void project(List<RecordedEvent> batch, String schema) {
        var consents = new ArrayList<FactRow.Consent>();
        var objections = new ArrayList<FactRow.Objection>();
        var erasures = new ArrayList<FactRow.Erasure>();
        for (var recorded : batch) {
            switch (recorded.event()) {
                case ConsentEvent e -> FactRows.consent(recorded, e).ifPresent(consents::add);
                case ObjectionEvent e -> objections.add(FactRows.objection(recorded, e));
                case SubjectErased e -> erasures.add(FactRows.erasure(recorded, e));
                default -> {}
            }
        }
        var rows = new Rows(jdbc, schema);
        rows.insert("consent_fact", consents);
        rows.insert("objection_fact", objections);
        rows.insert("erasure_fact", erasures);
    }
}
