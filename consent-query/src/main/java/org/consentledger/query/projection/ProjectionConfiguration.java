package org.consentledger.query.projection;

import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.ledger.wakeup.AppendSignals;
import org.consentledger.query.QueryProperties;
import org.consentledger.query.share.Sharing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The projections' machinery; each projection itself is a bean of its own package. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** After which a claim is nobody's, if its node is of a release that does not say whether it is there. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** How long an event stays unnoticed at the most when its signal is lost. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    Sharing sharing(ProjectionSchema schema, JdbcClient jdbc) {
        return new Sharing(NodeName.make(), jdbc, ProjectionPhases.SHARING);
    }

    @Bean
    ProjectionSchema projectionSchema(DataSource dataSource, LedgerSchema ledger) {
        return new ProjectionSchema(dataSource, ledger);
    }

    @Bean
    LedgerHead ledgerHead(LedgerReader ledger, DataSource dataSource) {
        return new LedgerHead(ledger, new AppendSignals(dataSource), LOOK_EVERY);
    }

    @Bean
    ProjectionPositions projectionPositions(ProjectionSchema schema, JdbcClient jdbc, LedgerSerializer serializer) {
        return new ProjectionPositions(jdbc, serializer);
    }

    @Bean
    LiveProjections liveProjections(
            ProjectionSchema schema,
            List<Projection> projections,
            Sharing sharing,
            LedgerReader ledger,
            LedgerHead head,
            TransactionManager transactions,
            ConnectionProvider connections,
            LedgerSerializer serializer,
            Tracer tracer) {
        var tokens = new SharedTokens(
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .schema(LedgerSchema.tokens(ProjectionSchema.LIVE))
                        .nodeId(sharing.node())
                        .claimTimeout(CLAIM_TIMEOUT),
                sharing::isMine);
        return new LiveProjections(
                projections.stream()
                        .map(projection -> new LiveProjection(projection, ledger, head, tokens, transactions, tracer))
                        .toList(),
                sharing);
    }

    @Bean
    Rebuilds rebuilds(
            DataSource dataSource,
            LedgerReader ledger,
            ProjectionPositions positions,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        var transaction = new TransactionTemplate(transactions);
        return new Rebuilds(
                dataSource, projection -> new Rebuild(projection, ledger, positions, jdbc, transaction, clock));
    }

    @Bean
    ReadYourWrites readYourWrites(
            LiveProjections live,
            ProjectionPositions positions,
            LedgerHead head,
            LedgerReader ledger,
            QueryProperties properties) {
        return new ReadYourWrites(live, positions, head, ledger, properties.readYourWritesTimeout());
    }

    @Bean
    Sampler sampler(
            List<Projection> projections,
            ProjectionPositions positions,
            LedgerReader ledger,
            JdbcClient jdbc,
            Clock clock) {
        var names = projections.stream().map(Projection::name).toList();
        return new Sampler(names, positions, ledger, jdbc, clock);
    }

    @Bean
    Projections projections(
            LiveProjections live,
            Sharing sharing,
            ProjectionPositions positions,
            Rebuilds rebuilds,
            LedgerReader ledger,
            Sampler sampler,
            Clock clock) {
        return new Projections(live, sharing, positions, rebuilds, ledger, sampler, clock);
    }

    @Bean
    ProjectionsEndpoint projectionsEndpoint(Projections projections, Rebuilds rebuilds) {
        return new ProjectionsEndpoint(projections, rebuilds);
    }

    @Bean
    ProjectionsHealth projectionsHealthIndicator(Projections projections) {
        return new ProjectionsHealth(projections);
    }

    @Bean
    ProjectionMetrics projectionMetrics(Projections projections, Sampler sampler, Sharing sharing, Clock clock) {
        return new ProjectionMetrics(projections.names(), sampler, sharing, clock);
    }
}
