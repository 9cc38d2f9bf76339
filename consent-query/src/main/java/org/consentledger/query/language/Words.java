package org.consentledger.query.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What pages and reports say, by language. Each capability keeps its texts in a file of its own,
 * {@code words/<capability>.properties} in English and {@code words/<capability>_it.properties} in Italian, under keys
 * that begin with its name.
 */
@Component
public final class Words {

    private static final String FOLDER = "org/consentledger/query/words/";
    private static final String SUFFIX = ".properties";

    private final MessageSource source = source();

    private static MessageSource source() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames(files().filter(name -> !name.contains("_"))
                .map(name -> FOLDER + name)
                .toArray(String[]::new));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /** Names of the files, without their suffix. */
    private static Stream<String> files() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + FOLDER + "*" + SUFFIX))
                    .map(resource -> Objects.requireNonNull(resource.getFilename()))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text, filled in (java.text.MessageFormat: an apostrophe is written twice).
     *
     * @throws org.springframework.context.NoSuchMessageException if there is none under that key
     */
    public String in(Language language, String key, Object... values) {
        return source.getMessage(key, values, language.locale());
    }

    /** For templates, which name the texts by their keys too. */
    public MessageSource asMessages() {
        return source;
    }
}
