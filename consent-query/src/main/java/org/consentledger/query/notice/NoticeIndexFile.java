package org.consentledger.query.notice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.query.notice.NoticeIndex.Indexed;
import org.consentledger.setting.SettingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The index of notices as an operator writes it: YAML, unknown keys rejected. */
record NoticeIndexFile(List<Indexed> texts) {

    private static final String SHIPPED = "/org/consentledger/query/notice-index.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /** That of the reference notice. */
    static NoticeIndex shipped() {
        try (var in = NoticeIndexFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + SHIPPED);
            }
            return read(in);
        } catch (IOException e) {
            throw new IllegalStateException("this build's " + SHIPPED + " cannot be read", e);
        }
    }

    /** @throws SettingException if there is no such file, or it is no index; the message says why */
    static NoticeIndex load(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new SettingException("LEDGER_NOTICE_INDEX: the index of notices " + file + " cannot be read", e);
        } catch (JacksonException | IllegalStateException e) {
            throw SettingException.because(
                    "LEDGER_NOTICE_INDEX: the index of notices " + file + " is not understood", e);
        }
    }

    private static NoticeIndex read(InputStream in) {
        return new NoticeIndex(YAML.readValue(in, NoticeIndexFile.class).texts());
    }
}
