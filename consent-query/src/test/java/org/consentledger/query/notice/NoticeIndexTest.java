package org.consentledger.query.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.consentledger.notice.Notice;
import org.consentledger.notice.NoticeText;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class NoticeIndexTest {

    private static Notice notice(String sha256) {
        return new Notice(
                "reference",
                "2016-10",
                Instant.parse("2016-10-01T00:00:00Z"),
                false,
                List.of("EEA"),
                List.of(new NoticeText("en", sha256)),
                List.of());
    }

    private static JsonNode reference() throws IOException {
        return new YAMLMapper().readTree(Files.readString(Path.of("../deploy/reference/notice-2016-10.yaml")));
    }

    @Test
    void citesTheVeryParagraphsThatTheReferenceNoticeIsAnnotatedWith() throws IOException {
        var reference = reference();
        var index = NoticeIndexFile.shipped();
        var notice = notice(reference.at("/command/texts/0/sha256").asString());

        for (var purpose : reference.at("/command/purposes")) {
            var code = purpose.get("purpose").asString();
            assertThat(index.paragraphs(notice, code))
                    .as(code)
                    .isNotEmpty()
                    .isEqualTo(reference
                            .at("/annotations/" + code + "/sources")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
    }

    @Test
    void citesNothingOfAnotherWording() {
        assertThat(NoticeIndexFile.shipped().paragraphs(notice("ab".repeat(32)), "business-notices"))
                .isEmpty();
    }

    @Test
    void citesNothingForAPurposeThatIsNotIndexed() throws IOException {
        var notice = notice(reference().at("/command/texts/0/sha256").asString());

        assertThat(NoticeIndexFile.shipped().paragraphs(notice, "unheard-of")).isEmpty();
    }

    @Test
    void anOperatorsOwnIndexIsRead(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("index.yaml"), """
                texts:
                  - {notice: shop, version: v1, sha256: "%s", purposes: {letters: ["2.1"]}}
                """.formatted("ab".repeat(32)));

        assertThat(NoticeIndexFile.load(file).paragraphs(notice("ab".repeat(32)), "letters"))
                .containsExactly("2.1");
    }

    @Test
    void whatIsNoIndexStopsTheStartWithASentence(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("index.yaml"), "texts: [{notice: shop, pages: 3}]");

        assertThatThrownBy(() -> NoticeIndexFile.load(folder.resolve("none.yaml")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> NoticeIndexFile.load(file))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("is not understood");
    }
}
