package org.consentledger.log.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;

class EntryTest {

    /** Pinned: what is in the log can never be written in another way. */
    @Test
    void isFourteenLines() {
        var entry = new Entry(
                42,
                "0190a5a0-0000-7000-8000-000000000001",
                "Subject",
                "s-00112233445566778899aabbccddeeff",
                7,
                Instant.parse("2016-11-02T10:15:00.000120Z"),
                "ConsentGiven",
                "1",
                UUID.fromString("01234567-89AB-cdef-0123-456789abcdef"),
                0,
                "aa",
                "",
                "{\"a\":\"ü\"}",
                "{}");

        assertThat(new String(entry.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        consent-ledger/event/v1
                        42
                        0190a5a0-0000-7000-8000-000000000001
                        Subject
                        s-00112233445566778899aabbccddeeff
                        7
                        2016-11-02T10:15:00.000120Z
                        ConsentGiven
                        1
                        01234567-89ab-cdef-0123-456789abcdef
                        0
                        aa

                        fd621823002706e24604cb868a9f4f8850d6f01fb5040d49ba050482e1472437 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a
                        """);
        assertThat(entry.leaf()).isEqualTo(Hash.ofLeaf(entry.bytes()));
    }
}
