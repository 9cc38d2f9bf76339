package org.consentledger.query.report;

import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.transfer.TransferProjection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the projections as they stand at one moment, so that all figures of a report are of the same events. */
@Component
public final class ReportSnapshot {

    /** What reports of figures read. */
    public static final List<String> READS = List.of(ConsentProjection.NAME, TransferProjection.NAME);

    private final ProjectionPositions positions;
    private final TransactionTemplate transaction;

    ReportSnapshot(ProjectionPositions positions, PlatformTransactionManager transactions) {
        this.positions = positions;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.transaction.setReadOnly(true);
    }

    /**
     * Makes figures of one snapshot.
     *
     * @param figures is given the position up to which every projection has come; nothing beyond it counts
     */
    public <T> T read(LongFunction<T> figures) {
        return Objects.requireNonNull(transaction.execute(status -> figures.apply(positions.ofAll(READS))));
    }
}
