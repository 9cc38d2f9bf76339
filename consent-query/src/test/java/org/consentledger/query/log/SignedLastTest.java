package org.consentledger.query.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Hash;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;

class SignedLastTest {

    private final SigningKey key = SigningKey.generate("consent.example/ledger");
    private final SigningKey stranger = SigningKey.generate("consent.example/ledger");
    private final SignedLast last = new SignedLast(List.of(key));

    @Test
    void nothingWasSignedYet() {
        assertThat(last.of(Optional.empty(), List.of())).isEmpty();
    }

    /** Each of them has to fit: the file may know of a past that the database no longer has. */
    @Test
    void everythingThatAKeySignedCounts() {
        assertThat(last.of(Optional.of(note(5, key)), List.of(note(8, key), note(7, key))))
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(5L, 8L, 7L);
    }

    @Test
    void whatSomebodyPutIntoTheDatabaseIsPassedOver() {
        assertThat(last.of(Optional.of(note(5, key)), List.of(note(9, stranger), "rubbish")))
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(5L);
        assertThat(last.of(Optional.empty(), List.of("rubbish", note(7, key)))).hasSize(1);
    }

    /** Otherwise whoever replaces the key could begin the log anew. */
    @Test
    void whatNoKeySignedIsNotTakenForNothing() {
        var foreign = note(7, stranger);

        assertThatThrownBy(() -> last.of(Optional.empty(), List.of(foreign))).isInstanceOf(SettingException.class);
        assertThatThrownBy(() -> last.of(Optional.of(foreign), List.of(foreign)))
                .isInstanceOf(SettingException.class);
        assertThatThrownBy(() -> last.of(Optional.empty(), List.of("rubbish"))).isInstanceOf(SettingException.class);
    }

    /** The file is there so that the database alone does not decide. */
    @Test
    void aDamagedFileIsNotPassedOver() {
        for (var damaged : List.of("", "rubbish", note(7, stranger))) {
            assertThatThrownBy(() -> last.of(Optional.of(damaged), List.of(note(7, key))))
                    .isInstanceOf(SettingException.class);
        }
    }

    @Test
    void aCheckpointOfAnotherLogIsNone() {
        var other = new Checkpoint("other.example/ledger", 7, Hash.EMPTY)
                .sign(List.of(key))
                .toString();

        assertThatThrownBy(() -> last.of(Optional.of(other), List.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("other.example/ledger");
    }

    private static String note(long size, SigningKey key) {
        return new Checkpoint("consent.example/ledger", size, Hash.EMPTY)
                .sign(List.of(key))
                .toString();
    }
}
