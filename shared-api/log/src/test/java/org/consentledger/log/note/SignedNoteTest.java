package org.consentledger.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    /** The example with which Go's implementation, the first one, documents the format. */
    private static final String NEUMANN_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private final VerificationKey neumann = VerificationKey.parse(NEUMANN);
    private final SigningKey other = SigningKey.generate("other.example/log");

    @Test
    void signsAsOtherImplementationsDo() {
        var key = SigningKey.parse(NEUMANN_SECRET);

        assertThat(SignedNote.sign(TEXT, List.of(key))).hasToString(NOTE);
        assertThat(key.verification()).hasToString(NEUMANN);
        assertThat(key.secret()).isEqualTo(NEUMANN_SECRET);
    }

    @Test
    void readsWhatOthersSigned() {
        assertThat(SignedNote.parse(NOTE).text(List.of(neumann))).isEqualTo(TEXT);
    }

    @Test
    void noticesOneChangedLetter() {
        var changed = SignedNote.parse(NOTE.replace("answer", "Answer"));

        assertThatThrownBy(() -> changed.text(List.of(neumann))).isInstanceOf(UntrustedNoteException.class);
    }

    @Test
    void trustsNobodyUnknown() {
        var note = SignedNote.parse(NOTE);

        assertThatThrownBy(() -> note.text(List.of(other.verification()))).isInstanceOf(UntrustedNoteException.class);
        assertThatThrownBy(() -> note.text(List.of())).isInstanceOf(UntrustedNoteException.class);
    }

    /** While keys change both sign, and either is enough. */
    @Test
    void isTrustedByWhoeverKnowsOneOfTheKeys() {
        var next = SigningKey.generate("other.example/log");
        var note = SignedNote.parse(SignedNote.sign(TEXT, List.of(other, next)).toString());

        assertThat(note.text(List.of(other.verification()))).isEqualTo(TEXT);
        assertThat(note.text(List.of(next.verification()))).isEqualTo(TEXT);
        assertThat(note.text(List.of(neumann, next.verification()))).isEqualTo(TEXT);
    }

    @Test
    void isNotTrustedIfAKnownKeysSignatureIsWrong() {
        var right = SignedNote.sign(TEXT, List.of(other)).toString();
        var wrong = SignedNote.sign("else\n", List.of(SigningKey.parse(NEUMANN_SECRET)))
                .toString();
        var both = SignedNote.parse(right + wrong.substring(wrong.indexOf('\u2014')));

        assertThat(both.text(List.of(other.verification()))).isEqualTo(TEXT);
        assertThatThrownBy(() -> both.text(List.of(other.verification(), neumann)))
                .isInstanceOf(UntrustedNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\nnot a signature\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014 name !!!!\n",
                "text\n\n\u2014 na+me AAAAAAAA\n",
                "te\u0001xt\n\n\u2014 name AAAAAAAA\n",
                "text\n\n\u2014 name AAAAAAAA",
            })
    void isMadeInOneWay(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no line feed", "tab\t\n", ""})
    void isMadeOfLines(String text) {
        assertThatThrownBy(() -> SignedNote.sign(text, List.of(other))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeysPartsBelongTogether() {
        assertThatThrownBy(() -> VerificationKey.parse(NEUMANN.replace("Peter", "Paula")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerificationKey.parse(NEUMANN.replace("c74f20a3", "c74f20a4")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VerificationKey.parse(NEUMANN.replace("+AR", "+AQ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.parse(NEUMANN_SECRET.replace("+AYE", "+AYF")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PRIVATE+KEY+n+00000000+sEcReT!", "PRIVATE+KEY+n+00000000+sEcReT", "sEcReT", "PRIVATE+KEY+sEcReT"
            })
    void aWrongSecretIsNotQuoted(String line) {
        assertThatThrownBy(() -> SigningKey.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e).hasMessageNotContaining("sEcReT").hasNoCause());
    }

    @Test
    void aNewKeyIsReadBackAsItWasWritten() {
        for (var i = 0; i < 50; i++) {
            var key = SigningKey.generate("consent.example/ledger");

            assertThat(SigningKey.parse(key.secret()).verification())
                    .hasToString(key.verification().toString());
        }
    }
}
