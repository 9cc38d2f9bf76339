package org.consentledger.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What tests tell the services and no log may repeat: passwords, keys, references and whatever else is personal. All of it
 * holds a word of the list in {@code planted.txt}, by which it is found in what a whole test run logged.
 */
public final class Planted {

    /** The bytes of the subject key are those of this text. */
    public static final String SUBJECT_KEY = "planted key that finds subjects!";

    /** The bytes of the key-encryption key are those of this text. */
    public static final String KEY_ENCRYPTION_KEY = "planted key that encrypts keys!!";

    private static final Pattern WORDS = read();

    private Planted() {}

    /** Finds each of the words where it stands alone. */
    public static Pattern words() {
        return WORDS;
    }

    /**
     * A subject's reference, as it is. One of signs alone is let through: in a log nobody could tell it from others.
     *
     * @throws IllegalArgumentException if it holds no word of the list, and so would not be found in a log
     */
    public static String reference(String reference) {
        if (reference.chars().anyMatch(Character::isLetterOrDigit)
                && !WORDS.matcher(reference).find()) {
            throw new IllegalArgumentException(
                    "a log that holds \"" + reference + "\" would not be noticed: begin it with planted-");
        }
        return reference;
    }

    private static Pattern read() {
        try (var list = Objects.requireNonNull(Planted.class.getResourceAsStream("planted.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("|"),
                            words -> Pattern.compile("(?<![A-Za-z0-9])(?:" + words + ")(?![A-Za-z0-9])")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
