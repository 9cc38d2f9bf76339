package org.consentledger.query.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consentledger.ledger.start.SettingException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;

class SignedLastTest {

    private final SigningKey key = SigningKey.generate("consent.example/ledger");
    private final SigningKey stranger = SigningKey.generate("consent.example/ledger");
    private final SignedLast last = new SignedLast(List.of(key));

    @Test
    void nothingWasSignedYet() {
        assertThat(last.of(List.of())).isEmpty();
    }

    @Test
    void whatCoversMostCounts() {
        assertThat(last.of(List.of(note(5, key), note(7, key))))
                .hasValueSatisfying(
                        found -> assertThat(found.checkpoint().size()).isEqualTo(7));
    }

    /** The file has the checkpoint that the new key signed again, the database the one before. */
    @Test
    void whatNoKeySignedIsPassedOverBesideWhatOneDid() {
        assertThat(last.of(List.of(note(5, key), note(7, stranger), "rubbish")))
                .hasValueSatisfying(
                        found -> assertThat(found.checkpoint().size()).isEqualTo(5));
    }

    /** Otherwise whoever replaces the key could begin the log anew. */
    @Test
    void whatNoKeySignedIsNotTakenForNothing() {
        var foreign = note(7, stranger);

        assertThatThrownBy(() -> last.of(List.of(foreign))).isInstanceOf(SettingException.class);
        assertThatThrownBy(() -> last.of(List.of(foreign, foreign))).isInstanceOf(SettingException.class);
        assertThatThrownBy(() -> last.of(List.of("rubbish"))).isInstanceOf(SettingException.class);
    }

    @Test
    void aCheckpointOfAnotherLogIsNone() {
        var other = new Checkpoint("other.example/ledger", 7, Hash.EMPTY)
                .sign(List.of(key))
                .toString();

        assertThatThrownBy(() -> last.of(List.of(other)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("other.example/ledger");
    }

    private static String note(long size, SigningKey key) {
        return new Checkpoint("consent.example/ledger", size, Hash.EMPTY)
                .sign(List.of(key))
                .toString();
    }
}
