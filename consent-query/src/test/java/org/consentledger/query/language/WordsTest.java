package org.consentledger.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class WordsTest {

    private static final String FOLDER = "classpath*:org/consentledger/query/words/";
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]");

    @Test
    void everyTextStandsInEveryLanguageWithTheSamePlacesToFill() throws IOException {
        var checked = new ArrayList<String>();
        for (var english : files("*.properties")) {
            var name = Objects.requireNonNull(english.getFilename()).replace(".properties", "");
            if (name.contains("_")) {
                continue;
            }
            var texts = texts(english);
            var italian = texts(files(name + "_it.properties").getFirst());
            assertThat(italian.stringPropertyNames()).as(name).isEqualTo(texts.stringPropertyNames());
            for (var key : texts.stringPropertyNames()) {
                assertThat(key).startsWith(name + ".");
                assertThat(places(italian.getProperty(key))).as(key).isEqualTo(places(texts.getProperty(key)));
                assertThat(italian.getProperty(key)).as(key).isNotBlank();
                checked.add(key);
            }
        }
        assertThat(checked).isNotEmpty();
    }

    @Test
    void aTextIsFilledIn() {
        var words = new Words();
        assertThat(words.in(Language.ENGLISH, "language.name")).isEqualTo("English");
        assertThat(words.in(Language.ITALIAN, "language.name")).isEqualTo("Italiano");
    }

    @Test
    void theBestOfThePreferredLanguagesIsSpoken() {
        assertThat(Language.preferredIn(Locale.LanguageRange.parse("de, it-CH;q=0.8, en;q=0.5")))
                .isEqualTo(Language.ITALIAN);
        assertThat(Language.preferredIn(Locale.LanguageRange.parse("de"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.preferredIn(List.of())).isEqualTo(Language.ENGLISH);
    }

    private static List<Resource> files(String pattern) throws IOException {
        return List.of(new PathMatchingResourcePatternResolver().getResources(FOLDER + pattern));
    }

    private static Properties texts(Resource file) throws IOException {
        var texts = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(result -> result.group())
                .distinct()
                .sorted()
                .toList();
    }
}
