package org.consentledger.query.transfer;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.projection.Projection;
import org.consentledger.query.projection.Rows;
import org.consentledger.transfer.TransferEvent;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Every transfer that was asked for or reported. What is personal of them stays in the ledger, encrypted. */
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

    @Override
    public void project(List<RecordedEvent> batch, String schema) {
        var transfers = new ArrayList<TransferRow>();
        for (var recorded : batch) {
            if (recorded.event() instanceof TransferEvent e) {
                transfers.add(TransferRow.of(recorded, e));
            }
        }
        new Rows(jdbc, schema).insert(TABLE, transfers);
    }
}
