package org.consentledger.query.transfer;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.projection.Projection;
import org.consentledger.query.projection.Rows;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.transfer.TransferEvent;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Every transfer that was asked for or reported. */
@Component
public final class TransferProjection implements Projection {

    /** The projection's name. */
    public static final String NAME = "transfers";

    private static final String TABLE = "transfer";

    private final JdbcOperations jdbc;

    TransferProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(TABLE);
    }

    /** An erasure does. */
    @Override
    public List<String> looksUpBy() {
        return List.of("subject_id");
    }

    @Override
    public void project(List<RecordedEvent> batch, String schema) {
        var rows = new Rows(jdbc, schema);
        var transfers = new ArrayList<TransferRow>();
        for (var recorded : batch) {
            switch (recorded.event()) {
                case TransferEvent e -> transfers.add(TransferRow.of(recorded, e));
                case SubjectErased e -> {
                    rows.insert(TABLE, transfers);
                    transfers.clear();
                    forget(e, schema);
                }
                default -> {}
            }
        }
        rows.insert(TABLE, transfers);
    }

    /** Upstream's own reference may be personal data. */
    private void forget(SubjectErased event, String schema) {
        jdbc.update(
                "UPDATE %s.transfer SET reference = NULL WHERE subject_id = ?".formatted(schema),
                event.subjectId().value());
    }
}
