package org.consentledger.query.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.ledger.start.SettingException;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.ledger.tree.LedgerTree;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
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
            var signed = signedLast(file.read(), rows.newest(), keys)
                    .map(last -> frontier(tree, last))
                    .orElseGet(Frontier::new);
            return new Checkpoints(new Signer(tree, entries, keys, signed), rows, file, clock);
        } catch (BrokenTreeException e) {
            throw e.refusal();
        } catch (UntrustedNoteException e) {
            throw new SettingException(
                    "the newest checkpoint was signed by none of the keys in "
                            + properties.signingKeyFile() + " (" + e.getMessage()
                            + "): while keys change, the old one stays in the file",
                    e);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new SettingException(
                    "the checkpoint file " + file.path()
                            + " cannot be read or written; set LEDGER_CHECKPOINT_FILE to one that can be",
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

    private static Optional<Checkpoint> signedLast(Optional<String> file, Optional<String> row, List<SigningKey> keys) {
        var trusted = keys.stream().map(SigningKey::verification).toList();
        var origin = keys.getFirst().verification().name();
        return Stream.of(file, row)
                .flatMap(Optional::stream)
                .map(note -> Checkpoint.open(note, trusted))
                .peek(checkpoint -> requireOrigin(checkpoint, origin))
                .max((one, other) -> Long.compare(one.size(), other.size()));
    }

    private static void requireOrigin(Checkpoint checkpoint, String origin) {
        if (!checkpoint.origin().equals(origin)) {
            throw new SettingException("the signing key is of the log " + origin + ", but the newest checkpoint is of "
                    + checkpoint.origin());
        }
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
