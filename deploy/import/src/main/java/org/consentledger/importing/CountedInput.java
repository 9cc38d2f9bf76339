package org.consentledger.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of the input. */
final class CountedInput extends FilterInputStream {

    private long bytes;

    CountedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = in.read();
        bytes += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = in.read(target, offset, length);
        bytes += Math.max(count, 0);
        return count;
    }

    long bytes() {
        return bytes;
    }
}
