package org.consentledger.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.catalogue.LedgerCatalogueReader;
import org.consentledger.ledger.keyring.DerivedKeys;
import org.consentledger.ledger.keyring.KeyEncryptionKeys;
import org.consentledger.ledger.keyring.KeyringCheck;
import org.consentledger.ledger.keyring.LookupKeyFile;
import org.consentledger.ledger.keyring.SubjectDirectory;
import org.consentledger.ledger.keyring.SubjectLookups;
import org.consentledger.ledger.keyring.SubjectTable;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reachability.DatabaseWatch;
import org.consentledger.ledger.reading.KnownEvents;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.ledger.register.LegalRegisters;
import org.consentledger.ledger.replication.Replication;
import org.consentledger.ledger.serial.EventsInClear;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.serial.StoredType;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.ledger.start.DatabaseGuards;
import org.consentledger.ledger.start.DatabaseLogin;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.start.DatabaseSetting;
import org.consentledger.ledger.start.PoolProperties;
import org.consentledger.ledger.store.AppendMeters;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.ledger.store.StorageEngines;
import org.consentledger.ledger.trace.TraceParent;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.ledger.tree.TreeCheck;
import org.consentledger.register.LegalRegister;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The beans that both services share. Axon would choose most of them itself, but with JDBC alone its choices on this
 * Spring Boot are an event bus without a store and no transactions, silently: so every one is declared.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerProperties.class, PoolProperties.class})
public class LedgerConfiguration {

    /** The ledger's clock: UTC, to the microsecond, as PostgreSQL keeps it. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    static DatabaseSetting databaseSetting(Environment environment) {
        return new DatabaseSetting(environment);
    }

    @Bean
    LedgerWiring ledgerWiring(org.axonframework.config.Configuration axon, EventStore eventStore) {
        return new LedgerWiring(axon, eventStore);
    }

    /** Where the owner's login is given, the tables are brought up to date with it; the service works with another. */
    @Bean
    LedgerSchema ledgerSchema(Environment environment, DatabaseRole role, DataSource pool) {
        var guards = new DatabaseGuards(role, DatabaseLogin.ofService(environment));
        var schema = DatabaseLogin.ofOwner(environment)
                .map(owner -> LedgerSchema.migrate(owner.connections()))
                .orElseGet(() -> LedgerSchema.existing(guards.connections()));
        guards.require(pool);
        return schema;
    }

    @Bean
    DerivedKeys derivedKeys(LedgerProperties properties) {
        return LookupKeyFile.derived(properties.subjectKeyFile());
    }

    @Bean
    SubjectLookups subjectLookups(LedgerProperties properties) {
        return LookupKeyFile.load(properties.subjectKeyFile());
    }

    @Bean
    KeyEncryptionKeys keyEncryptionKeys(LedgerProperties properties) {
        return KeyEncryptionKeys.load(properties.keyEncryptionKey(), properties.previousKeyEncryptionKeys());
    }

    @Bean
    SubjectTable subjectTable(LedgerSchema schema, JdbcClient jdbc, KeyEncryptionKeys keks) {
        KeyringCheck.require(jdbc, keks);
        return new SubjectTable(jdbc);
    }

    @Bean
    Subjects subjects(SubjectLookups lookups, SubjectTable table, KeyEncryptionKeys keks) {
        return new Subjects(lookups, table, keks);
    }

    @Bean
    SubjectDirectory subjectDirectory(SubjectLookups lookups, SubjectTable table, KeyEncryptionKeys keks) {
        return new SubjectDirectory(lookups, table, keks);
    }

    @Bean
    Unsealing unsealing(SubjectDirectory subjects) {
        return new Unsealing(subjects);
    }

    @Bean
    EventUpcaster eventsInClear() {
        return new EventsInClear();
    }

    @Bean
    LegalRegister legalRegister(LedgerProperties properties) {
        var file = properties.legalRegister();
        return file == null ? LegalRegisters.shipped() : LegalRegisters.load("LEDGER_LEGAL_REGISTER", file);
    }

    @Bean
    @Primary
    LedgerSerializer serializer(List<StoredType> snapshots) {
        return new LedgerSerializer(new StoredTypes(snapshots));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    CorrelationDataProvider commandIdentity() {
        return CommandIdentity.correlation();
    }

    @Bean
    CorrelationDataProvider traceParent() {
        return TraceParent.correlation();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            LedgerSchema schema,
            LedgerSerializer serializer,
            org.axonframework.config.Configuration axon,
            DataSource dataSource,
            Subjects subjects,
            AppendMeters meters,
            Tracer tracer) {
        return StorageEngines.onPostgres(
                schema, serializer, axon.upcasterChain(), axon.snapshotFilter(), dataSource, subjects, meters, tracer);
    }

    /** Of the service that appends; the other's would be 0 for ever. */
    @Bean
    AppendMeters appendMeters(DatabaseRole role, MeterRegistry meters) {
        return new AppendMeters(role == DatabaseRole.WRITER ? meters : new CompositeMeterRegistry());
    }

    @Bean
    DatabaseWatch databaseWatch(LedgerSchema schema, DataSource dataSource) {
        return new DatabaseWatch(dataSource);
    }

    @Bean
    Replication replication(DataSource dataSource) {
        return new Replication(dataSource);
    }

    @Bean("eventBus")
    @Qualifier("eventStore") EventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration axon) {
        return StorageEngines.eventStore(
                engine,
                EmbeddedEventStore.builder()
                        .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                        .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean
    LedgerReader ledgerReader(
            LedgerSchema schema,
            JdbcClient jdbc,
            LedgerSerializer serializer,
            org.axonframework.config.Configuration axon) {
        return new LedgerReader(jdbc, serializer, axon.upcasterChain());
    }

    @Bean
    LedgerEntries ledgerEntries(LedgerSchema schema, JdbcClient jdbc) {
        return new LedgerEntries(jdbc);
    }

    /** Nobody goes on from a ledger that is broken. */
    @Bean
    LedgerTree ledgerTree(LedgerSchema schema, JdbcClient jdbc, LedgerReader ledger, LedgerEntries entries) {
        var tree = new LedgerTree(jdbc);
        try {
            new TreeCheck(ledger, tree, entries).require();
        } catch (BrokenTreeException e) {
            throw e.refusal();
        }
        return tree;
    }

    @Bean
    KnownEvents knownEvents(
            LedgerSchema schema,
            JdbcClient jdbc,
            LedgerSerializer serializer,
            org.axonframework.config.Configuration axon) {
        return new KnownEvents(jdbc, serializer, axon.upcasterChain());
    }

    /** Reads the whole catalogue now, so that the first command does not wait for it. */
    @Bean
    CatalogueReader catalogueReader(LedgerReader ledger) {
        var reader = new LedgerCatalogueReader(ledger);
        reader.current();
        return reader;
    }
}
