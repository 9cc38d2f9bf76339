package org.consentledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that was named on the command line. */
record InputFile(Path path) {

    /** Bytes of a checkpoint or a file of keys; either has some hundred. */
    private static final int SMALL_BYTES_MAX = 100_000;

    /** @throws UnusableInputException if it cannot be opened */
    InputStream open() {
        try {
            if (Files.isDirectory(path)) {
                throw new UnusableInputException(path + " is a folder, not a file");
            }
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The text of a small file.
     *
     * @throws UnusableInputException if it cannot be read, is not text in UTF-8, or has more than 100,000 bytes
     */
    String text() {
        return text(SMALL_BYTES_MAX, "a checkpoint or a file of keys");
    }

    /**
     * The text of a file of some size.
     *
     * @param what it should be, for people
     * @throws UnusableInputException if it cannot be read, is not text in UTF-8, or has more bytes
     */
    String text(int bytesMax, String what) {
        try (var in = open()) {
            var bytes = in.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new UnusableInputException(path + " is too large to be " + what);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusableInputException(path + " is not text in UTF-8", e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    UnusableInputException unreadable(IOException cause) {
        return switch (cause) {
            case NoSuchFileException _ -> new UnusableInputException("there is no file " + path, cause);
            case AccessDeniedException _ -> new UnusableInputException(path + " may not be read", cause);
            default -> new UnusableInputException(path + " cannot be read: " + cause.getMessage(), cause);
        };
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
