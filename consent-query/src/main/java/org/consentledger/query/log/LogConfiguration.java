package org.consentledger.query.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.ledger.start.SettingException;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Proofs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    @Bean
    CheckpointRows checkpointRows(JdbcClient jdbc) {
        return new CheckpointRows(jdbc);
    }

    /** What was signed last must still be true, or nothing more is signed, and the service does not start. */
    @Bean
    Checkpoints checkpoints(
            LogProperties properties, LedgerTree tree, LedgerEntries entries, CheckpointRows rows, Clock clock) {
        var keys = SigningKeyFile.load(properties.signingKeyFile());
        var file = new CheckpointFile(checkpointFile(properties));
        try {
            var last = new SignedLast(keys)
                    .of(Stream.of(file.read(), rows.newest())
                            .flatMap(Optional::stream)
                            .toList());
            var signed = last.map(found -> frontier(tree, found.checkpoint())).orElseGet(Frontier::new);
            return new Checkpoints(new Signer(tree, entries, keys, signed), rows, file, clock, last.orElse(null));
        } catch (BrokenTreeException e) {
            throw e.refusal();
        } catch (IOException e) {
            throw new SettingException(
                    "the checkpoint file " + file.path()
                            + " cannot be read; set LEDGER_CHECKPOINT_FILE to one that can be read and written",
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

    private static Frontier frontier(LedgerTree tree, Checkpoint last) {
        var size = tree.frontier().size();
        if (size < last.size()) {
            throw new BrokenTreeException("a checkpoint of " + last.size()
                    + " events was signed, but the ledger holds only " + size + ": it was set back to an older state");
        }
        var frontier = new Proofs(tree).frontier(last.size());
        if (!frontier.root().equals(last.root())) {
            throw new BrokenTreeException("the first " + last.size() + " events are not those that were signed");
        }
        return frontier;
    }
}
