package org.consentledger.query.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.consentledger.ledger.replication.Replication;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Proofs;
import org.consentledger.query.feed.SourceUri;
import org.consentledger.setting.SettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LogConfiguration.class);

    @Bean
    CheckpointRows checkpointRows(JdbcClient jdbc, Replication replication) {
        return new CheckpointRows(jdbc, replication);
    }

    @Bean
    LogKeys logKeys(LogProperties properties) {
        return new LogKeys(SigningKeyFile.load(properties.signingKeyFile()));
    }

    @Bean
    SourceUri sourceUri(LogKeys logKeys) {
        return SourceUri.of(logKeys.origin());
    }

    /** What was signed last must still be true, or nothing more is signed, and the service does not start. */
    @Bean
    Checkpoints checkpoints(
            LogProperties properties,
            LogKeys logKeys,
            LedgerTree tree,
            LedgerEntries entries,
            CheckpointRows rows,
            Clock clock) {
        var keys = logKeys.all();
        var file = new CheckpointFile(checkpointFile(properties));
        try {
            var kept = file.read();
            var signed = new SignedLast(keys).of(kept, rows.newest());
            var events = tree.frontier().size();
            if (kept.isEmpty() && events > 0) {
                LOG.warn(
                        "there is no checkpoint at {} yet: that the ledger's {} events were never rewritten rests on the"
                                + " database alone. If this node had one, put it back",
                        file.path(),
                        events);
            }
            var frontier = new Frontier();
            for (var checkpoint : signed) {
                var fitting = frontier(tree, events, checkpoint.checkpoint());
                if (fitting.size() > frontier.size()) {
                    frontier = fitting;
                }
            }
            // the database may show one that its standby lacks; what is in the file was published
            var published = kept.isPresent() ? signed.getFirst() : null;
            return new Checkpoints(new Signer(tree, entries, keys, frontier), rows, file, clock, published);
        } catch (BrokenTreeException e) {
            throw e.refusal();
        } catch (IOException e) {
            throw new SettingException(
                    "the checkpoint file " + file.path() + " cannot be read and written ("
                            + e.getClass().getSimpleName()
                            + "); set LEDGER_CHECKPOINT_FILE to one that can be, on a disk that stays",
                    e);
        }
    }

    private static Path checkpointFile(LogProperties properties) {
        var chosen = properties.checkpointFile();
        if (chosen != null) {
            return chosen;
        }
        var key = Objects.requireNonNull(properties.signingKeyFile());
        return key.resolveSibling(key.getFileName() + ".checkpoint");
    }

    /** What was signed must still be true. */
    private static Frontier frontier(LedgerTree tree, long size, Checkpoint checkpoint) {
        if (size < checkpoint.size()) {
            throw new BrokenTreeException("a checkpoint of " + checkpoint.size()
                    + " events was signed, but the ledger holds only " + size + ": it was set back to an older state");
        }
        var frontier = new Proofs(tree).frontier(checkpoint.size());
        if (!frontier.root().equals(checkpoint.root())) {
            throw new BrokenTreeException("the first " + checkpoint.size() + " events are not those that were signed");
        }
        return frontier;
    }
}
