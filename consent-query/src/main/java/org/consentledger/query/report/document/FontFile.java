package org.consentledger.query.report.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font in memory. */
final class FontFile {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final byte[] bytes;

    private FontFile(byte[] bytes) {
        this.bytes = bytes;
    }

    static FontFile load(String name) {
        try (var in = FontFile.class.getResourceAsStream(FOLDER + name)) {
            return new FontFile(Objects.requireNonNull(in, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    TrueTypeFont parse() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
