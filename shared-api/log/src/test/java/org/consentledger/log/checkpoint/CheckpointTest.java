package org.consentledger.log.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consentledger.log.note.SignedNote;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.UntrustedNoteException;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private final SigningKey key = SigningKey.generate("consent.example/ledger");

    /** The text of the specification's example. */
    @Test
    void isThreeLinesAndASignature() {
        var checkpoint = new Checkpoint(
                "example.com/behind-the-sofa", 20852163, Hash.ofBase64("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));

        var note = checkpoint.sign(List.of(key)).toString();

        assertThat(note)
                .startsWith(
                        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\u2014 ");
        assertThat(Checkpoint.open(note, List.of(key.verification()))).isEqualTo(checkpoint);
    }

    @Test
    void meansNothingUnsigned() {
        var note = new Checkpoint("o", 0, Hash.EMPTY).sign(List.of(key)).toString();
        var stranger = SigningKey.generate("consent.example/ledger").verification();

        assertThatThrownBy(() -> Checkpoint.open(note, List.of(stranger))).isInstanceOf(UntrustedNoteException.class);
    }

    @Test
    void mayHaveMoreLines() {
        var note = SignedNote.sign("o\n1\n" + Hash.EMPTY.base64() + "\nmore\n", List.of(key))
                .toString();

        assertThat(Checkpoint.open(note, List.of(key.verification()))).isEqualTo(new Checkpoint("o", 1, Hash.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o\n", "o\n1\n", "o\n01\nroot\n", "o\n-1\nroot\n", "o\n1\nroot\n", "\n1\nroot\n"})
    void isWrittenInOneWay(String text) {
        var root = Hash.EMPTY.base64();
        var note = SignedNote.sign(text.startsWith("o\n1\nroot") ? text : text.replace("root", root), List.of(key))
                .toString();

        assertThatThrownBy(() -> Checkpoint.open(note, List.of(key.verification())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
