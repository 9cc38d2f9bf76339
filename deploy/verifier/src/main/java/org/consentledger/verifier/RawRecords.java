package org.consentledger.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a slice consists of, line feeds included: lines, or records of a table, in which a quoted line feed ends nothing.
 * None so long that it would not fit into memory.
 */
final class RawRecords {

    /** An event has some kilobytes; commands are at most 64 KB unless an operator allowed more. */
    private static final int BYTES_MAX = 8 << 20;

    private static final int BUFFER_BYTES = 1 << 16;

    private final InputStream in;
    private final boolean isTable;
    private final MessageDigest digest;
    private long number;
    private long bytes;
    private boolean isTorn;
    private byte[] last = {};

    /** @param digest takes every byte of the records but the one that was read last */
    RawRecords(InputStream in, MessageDigest digest) throws IOException {
        this.in = new BufferedInputStream(in, BUFFER_BYTES);
        this.digest = digest;
        this.in.mark(1);
        this.isTable = this.in.read() != '{';
        this.in.reset();
    }

    /** Whether these are a table's; any other slice is lines that begin with a brace. */
    boolean isTable() {
        return isTable;
    }

    /**
     * The next one; null after the last, and if what follows has no end.
     *
     * @throws CharacterCodingException if it is not UTF-8
     * @throws Lines.LineTooLongException if it has more than 8 MiB
     */
    @Nullable String next() throws IOException {
        digest.update(last);
        last = new byte[0];
        number++;
        var record = new ByteArrayOutputStream();
        var isQuoted = false;
        for (var next = in.read(); next >= 0; next = in.read()) {
            record.write(next);
            if (record.size() > BYTES_MAX) {
                throw new Lines.LineTooLongException();
            }
            isQuoted ^= isTable && next == '"';
            if (next == '\n' && !isQuoted) {
                last = record.toByteArray();
                bytes += last.length;
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(last))
                        .toString();
            }
        }
        isTorn = record.size() > 0;
        return null;
    }

    /** Whether there was something behind the last one that has no end. */
    boolean isTorn() {
        return isTorn;
    }

    /** Of all records before the one that was read last, in hexadecimal. To be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the record that was read last, from 1. */
    long number() {
        return number;
    }

    /** Read so far. */
    long bytes() {
        return bytes;
    }
}
